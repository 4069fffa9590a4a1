/*
 * Has a Node process tell on its error output which modules it reads in, a line `module URL` each.
 * Give it to one as `NODE_OPTIONS`.
 */

const HOOKS = `
  import { writeSync } from 'node:fs'
  export async function load(url, context, next) {
    writeSync(2, 'module ' + url + '\\n')
    return next(url, context)
  }`

const dataUrl = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`

export const TELL_MODULES = `--import=${dataUrl(
  `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOKS))})`,
)}`

/** Names of the files read in so far, such as `node.js`. */
export function toldModules(said: string): readonly string[] {
  return [...said.matchAll(/^module file:\/\/\S*\/([^/\s]+)$/gm)].map(([, name = '']) => name)
}
