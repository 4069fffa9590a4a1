import { writeFileSync } from 'node:fs'
import { elementsManifest, MANIFEST } from './package/elements-manifest.ts'

/* `npm run manifest`: writes what editors know the elements by, from their doc comments. */

writeFileSync(MANIFEST, elementsManifest())
