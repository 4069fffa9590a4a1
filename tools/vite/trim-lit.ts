import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { LIT_CUTS } from './lit-cuts.ts'

/** The release that the cuts were made for; they have to be read anew for another. */
const RELEASE = '3.3.3'

const TRIMMED = '\0lit-html'

/**
 * Builds the readers' scripts with less of lit-html: what no template of ours can reach is cut
 * from its source, about a third. The tests in browsers run on what comes out of it.
 * @throws where lit-html is another release, or a cut does not fit it
 */
export function trimLit(): Plugin {
  return {
    name: 'trim-lit',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    resolveId: { order: 'pre', handler: (id) => (/^lit(-html|\/html)/.test(id) ? TRIMMED : null) },
    load: (id) => (id === TRIMMED ? trimmed() : null),
  }
}

function trimmed(): string {
  const source = readFileSync('node_modules/lit-html/development/lit-html.js', 'utf8')
  if (!source.includes(`push('${RELEASE}')`)) throw new Error(`lit-html is not ${RELEASE}`)
  // The source's own comments would stand in the middle of what is cut.
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*\n/gm, '')
  return LIT_CUTS.reduce((left, cut) => {
    const start = left.indexOf(cut.from)
    const end = cut.until ? left.indexOf(cut.until, start) : start + cut.from.length
    if (start < 0 || end < 0) throw new Error(`lit-html has no ${JSON.stringify(cut)}`)
    return left.slice(0, start) + (cut.by ?? '') + left.slice(end)
  }, code)
}
