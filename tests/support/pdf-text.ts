import { inflateSync } from 'node:zlib'

/**
 * The text of a PDF as Chromium prints it, page after page, without what stands between words: enough to look
 * for names and numbers.
 */
export function pdfText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\b(.*?)\bendobj/gs)].map(([, number, body]) => {
      return [Number(number), body ?? ''] as const
    }),
  )
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const body of objects.values()) {
    for (const [, name = '', font] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, unicode] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(font)) ?? '') ?? []
      if (unicode) fonts.set(name, charactersOf(streamIn(objects.get(Number(unicode)) ?? '')))
    }
  }
  return [...objects.values()]
    .map(streamIn)
    .filter((text) => /\bT[jJ]\b/.test(text))
    .map((text) => shownIn(text, fonts))
    .join('\n')
}

function streamIn(body: string): string {
  const [, data] = /stream\r?\n(.*?)\r?\nendstream/s.exec(body) ?? []
  if (data === undefined) return ''
  if (!/\/FlateDecode/.test(body)) return data
  try {
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
  } catch {
    // Pictures and fonts of other kinds have no text.
    return ''
  }
}

/** A font's characters by their numbers, from its ToUnicode map. */
function charactersOf(map: string): ReadonlyMap<number, string> {
  const characters = new Map<number, string>()
  const textOf = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, list = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, from = '', to = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      characters.set(Number.parseInt(from, 16), textOf(to))
    }
  }
  for (const [, list = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of list.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      const start = Number.parseInt(from, 16)
      for (let code = start; code <= Number.parseInt(to, 16); code++) {
        characters.set(code, String.fromCodePoint(Number.parseInt(first, 16) + code - start))
      }
    }
  }
  return characters
}

/** What a page's content shows, in the order in which it is drawn. */
function shownIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  let text = ''
  for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name) font = fonts.get(name)
    for (const [code] of (hex ?? '').matchAll(/..../g)) {
      text += font?.get(Number.parseInt(code, 16)) ?? ''
    }
  }
  return text.replaceAll(/\s/g, '')
}
