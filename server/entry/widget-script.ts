import widget from '../../dist/widget/widget.js?raw'
import manifest from '../../package.json'
import { entityTag } from '../routes/entity-tag.ts'
import type { Script } from '../routes/script.ts'

/** The built readers' script, carried in the program. */
export const WIDGET_SCRIPT: Script = {
  version: manifest.version,
  body: widget,
  etag: entityTag(widget),
}
