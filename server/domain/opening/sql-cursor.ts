import { LONGEST_CELL, SheetError } from './sheet.ts'

/** A place in the text of a dump of MySQL, and ways to read on from it. Nothing of it is ever carried out. */
export interface SqlCursor {
  atEnd(): boolean
  /** Passes over blanks and comments. */
  blanks(): void
  /** Takes these words, in any case and with blanks between them, if they are next. */
  take(words: string): boolean
  /** A name with or without backticks, that of its database before it passed over. @throws SheetError */
  name(): string
  /** A string, a number, NULL or hexadecimal digits as text; NULL is none. @throws SheetError */
  value(): string
  /** Takes a sign if it is next. */
  sign(one: string): boolean
  /** Goes on to behind the next sign among these that stands in no string, bracket or comment. @returns the sign */
  pass(signs: string): string
  /** @throws SheetError naming the line */
  fail(): never
}

/** What a comment may begin with. */
const COMMENT = /[/#-]/
const BLANK = /[\s\ufeff]/
const ESCAPED: Readonly<Record<string, string>> = {
  ...{ 0: '\0', b: '\b', n: '\n', r: '\r', t: '\t', Z: '\x1a' },
}
const PLAIN = /[-+]?(?:0x[0-9a-f]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+|null|true|false)/iy
const NAME = /`((?:[^`]|``){1,64})`|([\w$]{1,64})/y
/** What may stand before a string: the set of its letters. */
const CHARSET = /(?:_[a-z0-9]+|n)\s*(?=')/iy

export function createSqlCursor(text: string): SqlCursor {
  let at = 0

  function matched(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }

  function fail(): never {
    throw new SheetError('dump', String(text.slice(0, at).split('\n').length))
  }

  function behind(end: string): void {
    const found = text.indexOf(end, at)
    at = found < 0 ? text.length : found + end.length
  }

  function blanks(): void {
    for (;;) {
      while (at < text.length && BLANK.test(text.charAt(at))) at += 1
      if (text.startsWith('/*', at)) behind('*/')
      else if (text.charAt(at) === '#' || /^--(\s|$)/.test(text.slice(at, at + 3))) behind('\n')
      else return
    }
  }

  /** What stands between quotation marks, the first of which is next; only its beginning where it is long. */
  function quoted(): string {
    const mark = text.charAt(at)
    let value = ''
    at += 1
    let from = at
    const keep = () => {
      if (value.length <= LONGEST_CELL) value += text.slice(from, at)
    }
    for (; at < text.length; at += 1) {
      const sign = text.charAt(at)
      if (sign === '\\' && mark !== '`') {
        keep()
        const next = text.charAt(at + 1)
        value += ESCAPED[next] ?? next
        at += 1
        from = at + 1
      } else if (sign === mark) {
        keep()
        if (text.charAt(at + 1) !== mark) {
          at += 1
          return value
        }
        at += 1
        from = at
      }
    }
    return fail()
  }

  return {
    atEnd: () => at >= text.length,
    blanks,
    fail,
    take: (words) => {
      const start = at
      for (const word of words.split(' ')) {
        blanks()
        const end = at + word.length
        if (text.slice(at, end).toUpperCase() !== word || /\w/.test(text.charAt(end))) {
          at = start
          return false
        }
        at = end
      }
      return true
    },
    sign: (one) => {
      blanks()
      if (text.charAt(at) !== one) return false
      at += 1
      return true
    },
    name: () => {
      blanks()
      let found = matched(NAME) ?? fail()
      while (text.charAt(at) === '.') {
        at += 1
        found = matched(NAME) ?? fail()
      }
      return (found[1] ?? found[2] ?? '').replaceAll('``', '`')
    },
    value: () => {
      blanks()
      matched(CHARSET)
      if (text.charAt(at) === "'" || text.charAt(at) === '"') return quoted()
      const [plain = fail()] = matched(PLAIN) ?? []
      return /^null$/i.test(plain) ? '' : plain
    },
    pass: (signs) => {
      for (let depth = 0; ; ) {
        if (COMMENT.test(text.charAt(at))) blanks()
        const sign = text.charAt(at)
        if (sign === '') return ''
        if (depth === 0 && signs.includes(sign)) {
          at += 1
          return sign
        }
        if ('\'"`'.includes(sign)) quoted()
        else {
          if (sign === '(') depth += 1
          if (sign === ')') depth -= 1
          at += 1
        }
      }
    },
  }
}
