import { type Plugin, parseAst } from 'vite'

type Span = Readonly<{ start: number; end: number }>

/** The indentation of lit's templates becomes one space, which draws the same and weighs less. */
export function collapseTemplates(): Plugin {
  return {
    name: 'collapse-templates',
    // After TypeScript, whose syntax the parser does not know.
    enforce: 'post',
    transform: { filter: { id: /\/widget\/[^?]*\.ts$/, code: '`' }, handler: collapse },
  }
}

/** The code with every line break in the text of an html`…`, compiled or not, as one space. */
export function collapse(code: string): string {
  return textsIn(parseAst(code))
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end }) =>
        text.slice(0, start) + text.slice(start, end).replace(/\s*\n\s*/g, ' ') + text.slice(end),
      code,
    )
}

/** Where the fixed texts of the templates stand, also of those within others. */
function textsIn(node: unknown): Span[] {
  if (typeof node !== 'object' || node === null) return []
  const { type, tag, quasi } = node as { type?: string; tag?: { name?: string }; quasi?: unknown }
  const own = type === 'TaggedTemplateExpression' && /^(html|b_\d+)$/.test(tag?.name ?? '')
  const texts = own ? (quasi as { quasis: Span[] }).quasis : []
  return [...texts, ...Object.values(node).flatMap(textsIn)]
}
