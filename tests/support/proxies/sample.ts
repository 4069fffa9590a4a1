import { readFileSync } from 'node:fs'

export type Places = Readonly<Record<string, string>>

/**
 * A sample of `demo/operations/` with other paths, ports and names in it, and nothing else.
 * @throws where a text that is to be replaced isn't there any more
 */
export function sample(name: string, places: Places): string {
  return replaced(readFileSync(`demo/operations/${name}`, 'utf8'), places)
}

/** @throws where a text that is to be replaced isn't there */
export function replaced(text: string, places: Places): string {
  return Object.entries(places).reduce((written, [from, to]) => {
    if (!written.includes(from)) throw new Error(`there is no "${from}" to be replaced`)
    return written.replaceAll(from, to)
  }, text)
}
