import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { collapse } from '../tools/vite/collapse-templates.ts'

/** What a template says, as lit is given it. */
function textsOf(code: string): unknown {
  const html = (texts: readonly string[], ...values: unknown[]) => ({ texts: [...texts], values })
  return new Function('html', `return ${code}`)(html)
}

describe('the build', () => {
  test('writes an indented template in one line, values and nested templates included', () => {
    const code = `html\`\n  <p class=\${"a\\n"}>\n    \${html\`<b>\n  x</b>\`}\n  </p>\n\``
    expect(textsOf(collapse(code))).toEqual({
      texts: [' <p class=', '> ', ' </p> '],
      values: ['a\n', { texts: ['<b> x</b>'], values: [] }],
    })
  })

  test('keeps what has no line break', () => {
    const code = 'html`<p>a  b</p><i> c </i>`'
    expect(collapse(code)).toBe(code)
  })

  test('leaves every other template alone', () => {
    const code = `[\`a\n  b\`, String.raw\`a\n  b\`, html\`\n<p>\${\`a\n  b\`}</p>\`]`
    expect(textsOf(collapse(code))).toEqual([
      'a\n  b',
      'a\n  b',
      { texts: [' <p>', '</p>'], values: ['a\n  b'] },
    ])
  })

  test('does so to the script that readers get', () => {
    const script = readFileSync('dist/widget/widget.js', 'utf8')
    expect(script).toContain(' <fieldset> ')
    expect(script).not.toMatch(/\n\s*</)
  })
})
