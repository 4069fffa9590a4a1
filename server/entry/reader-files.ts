import count from '../../dist/widget/count.js?raw'
import explanationEn from '../../dist/widget/explanation/en.json?raw'
import explanationId from '../../dist/widget/explanation/id.json?raw'
import widget from '../../dist/widget/widget.js?raw'
import wordsJv from '../../dist/widget/words/jv.json?raw'
import wordsSu from '../../dist/widget/words/su.json?raw'
import manifest from '../../package.json'
import { COUNT_PATH, explanationPath, WIDGET_PATH, wordsPath } from '../../shared/paths.ts'
import { entityTag } from '../routes/entity-tag.ts'
import type { ReaderFile, ReaderFiles } from '../routes/reader-files.ts'

function file(path: string, body: string): ReaderFile {
  return { path, body, etag: entityTag(body) }
}

/** What was built for readers, carried in the program. */
export const READER_FILES: ReaderFiles = {
  version: manifest.version,
  files: [
    file(WIDGET_PATH, widget),
    file(COUNT_PATH, count),
    file(wordsPath('jv'), wordsJv),
    file(wordsPath('su'), wordsSu),
    file(explanationPath('id'), explanationId),
    file(explanationPath('en'), explanationEn),
  ],
}
