import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '../tools/vite/compile-templates.ts'

const SOURCE = `import { html } from 'lit/html.js'
export const view = (name: string, on: boolean) => html\`
  <p class=\${name} .hidden=\${on}>
    \${html\`<b>\${name}</b>\`}
  </p>
\`
`

test('a template is prepared: its text on one line, its parts by their place', () => {
  const code = compile(SOURCE)
  expect(code).toContain('[` <p> <?> </p> `]')
  expect(code).toContain('[`<b><?></b>`]')
  expect(code).toContain('name: "class"')
  expect(code).toContain('name: "hidden"')
  expect(code).not.toContain('html`')
})

test('what it needs of lit it imports from the one module that is trimmed', () => {
  const imports = [...compile(SOURCE).matchAll(/from ["'](.*?)["']/g)].map(([, from]) => from)
  expect(new Set(imports)).toEqual(new Set(['lit-html']))
})

test("the readers' script carries templates and nothing that would prepare them", () => {
  const script = readFileSync('dist/widget/widget.js', 'utf8')
  expect(script).toContain(' <fieldset> ')
  expect(script).not.toMatch(/\n\s*</)
  expect(script).not.toMatch(/\$lit\$|createTreeWalker\(\)\{/)
})
