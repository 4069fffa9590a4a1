import { en } from '../../widget/explanation/en.ts'
import { id } from '../../widget/explanation/id.ts'
import { jv } from '../../widget/words/jv.ts'
import { su } from '../../widget/words/su.ts'

/** The texts that are files of their own, by the name under which they are served. */
export const READER_TEXTS = {
  'words/jv.json': jv,
  'words/su.json': su,
  'explanation/id.json': id,
  'explanation/en.json': en,
}
