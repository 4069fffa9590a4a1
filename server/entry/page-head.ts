import { Parser } from 'htmlparser2'
import type { PageHead } from '../domain/verification/page-visit.ts'
import { decodeText } from './decode-text.ts'

/** How many bytes of a page are looked at for its encoding, as browsers do. */
const SNIFFED = 1024
/** How many characters are parsed at once: a head is over long before a long page is. */
const STEP = 16 * 1024

/**
 * What the head of an HTML page says of itself; what stands in scripts, comments and drawings is
 * not taken for it.
 * @param type value of `Content-Type`
 */
export function readPageHead(bytes: Uint8Array, type: string): PageHead {
  const text = decodePage(bytes, type)
  const head: { -readonly [Field in keyof PageHead]: PageHead[Field] } = {
    title: null,
    openGraphTitle: null,
    canonical: null,
    openGraph: null,
  }
  let ended = false
  let drawing = 0
  let title: string | null = null

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'body') ended = true
      // The rest of a step comes all the same.
      if (ended) return
      if (name === 'svg') drawing += 1
      if (name === 'title' && drawing === 0 && head.title === null) title = ''
      if (name === 'meta') readMeta(attributes)
      const isCanonical = hasWord(attributes['rel'], 'canonical')
      if (name === 'link' && isCanonical) head.canonical ??= attributes['href'] ?? null
    },
    ontext(part) {
      if (title !== null) title += part
    },
    onclosetag(name) {
      if (name === 'head') ended = true
      if (name === 'svg') drawing -= 1
      if (name !== 'title' || title === null) return
      head.title = title
      title = null
    },
  })

  function readMeta({ property, name, content }: Readonly<Record<string, string>>): void {
    const said = (property ?? name)?.toLowerCase()
    if (content === undefined) return
    if (said === 'og:title') head.openGraphTitle ??= content
    if (said === 'og:url') head.openGraph ??= content
  }

  for (let at = 0; at < text.length && !ended; at += STEP) parser.write(text.slice(at, at + STEP))
  // What was cut off within its title has none.
  return head
}

function hasWord(words: string | undefined, word: string): boolean {
  return words?.toLowerCase().split(/\s+/).includes(word) ?? false
}

/** By its byte order mark, else as the header says, else as the page says, else as it looks. */
function decodePage(bytes: Uint8Array, type: string): string {
  return decodeText(bytes, markOf(bytes) ?? charsetIn(type) ?? charsetIn(beginning(bytes)))
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

function beginning(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, SNIFFED))
}

/** `charset=…`, in a header or in a page's `meta`. */
function charsetIn(text: string): string | undefined {
  return /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1]
}
