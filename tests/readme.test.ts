import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SETTING_OPTIONS } from '../server/entry/setting-options.ts'
import { PROBLEMS } from '../shared/problem.ts'
import { PICTURES } from '../tools/screenshots/pictures.ts'

const readme = readFileSync('README.md', 'utf8')
/** The tables without the spaces that line their columns up. */
const tables = readme.replace(/ +\|/g, ' |')
const EMBED = /<script async src="https:\/\/HOST\/v1\/widget\.js"[^>]*><\/script>/

interface Named {
  readonly name: string
  readonly description?: string
}

/** What is read of the custom elements manifest. */
interface Declaration extends Named {
  readonly tagName?: string
  readonly members?: readonly Named[]
  readonly attributes?: readonly Named[]
  readonly events?: readonly Named[]
  readonly cssParts?: readonly Named[]
  readonly cssProperties?: readonly Named[]
}

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: readonly { readonly declarations: readonly Declaration[] }[]
}
const declarations = modules.flatMap(({ declarations }) => declarations)
const elements = declarations.filter(({ tagName }) => tagName)
/** How the tables of an element's section begin, and what of the manifest they hold. */
const TABLES = [
  ['attribute', 'attributes'],
  ['event', 'events'],
  ['part', 'cssParts'],
  ['CSS property', 'cssProperties'],
] as const

/** The rows of an element's table, as cells; the first is the name without its backticks. */
function rowsOf(tagName: string | undefined, table: string): string[][] {
  const [, section = ''] = readme.split(`### \`<${tagName}>\`\n`)
  const [, rows = ''] =
    new RegExp(`^\\| ${table} .*\\n\\|[ -|]+\\n((?:\\|.*\\n)*)`, 'm').exec(
      section.split(/^#+ /m)[0] ?? '',
    ) ?? []
  const lines = rows.split('\n').filter(Boolean)
  return lines.map((line) =>
    line
      .replace(/^\| `([^`]*)`/, '| $1')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

test('the manifest knows the elements by their tags', () => {
  expect(elements.map(({ tagName, name }) => [tagName, name])).toContainEqual([
    'tanggapan-survey',
    'TanggapanSurvey',
  ])
})

describe.each(elements)('the README has of $tagName', (element) => {
  test.each(TABLES)('every %s, and none that there is not', (table, key) => {
    const rows = rowsOf(element.tagName, table)
    const names = (element[key] ?? []).map(({ name }) => name)
    expect(rows.map(([name]) => name).sort()).toEqual(names.sort())
    for (const row of rows) expect(row.at(-1)).toMatch(/\w{2}/)
  })

  test('every event with its class and its fields', () => {
    for (const [, told = ''] of rowsOf(element.tagName, 'event')) {
      const event = declarations.find(({ name }) => told.startsWith(`\`${name}\``))
      const fields = event?.members?.map(({ name }) => `\`${name}\``) ?? []
      expect(fields).not.toEqual([])
      expect(told).toBe(`\`${event?.name}\`: ${fields.join(', ')}`)
    }
  })

  test('parts and properties that are drawn', () => {
    const drawn = readdirSync('widget').filter((name) => /\.(ts|css)$/.test(name))
    const text = drawn.map((name) => readFileSync(`widget/${name}`, 'utf8')).join('\n')
    for (const { name } of element.cssParts ?? []) {
      expect(text).toMatch(new RegExp(`part=.*\\b${name}\\b`))
    }
    for (const { name } of element.cssProperties ?? []) expect(text).toContain(`var(${name},`)
  })
})

test('every problem type stands in the table with its status', () => {
  for (const [type, { status }] of Object.entries(PROBLEMS)) {
    expect(tables).toContain(`| \`${type}\` | ${status} |`)
  }
})

test('every variable that the server reads stands in the table', () => {
  const config = readFileSync('server/config.ts', 'utf8')
  const read = [...config.matchAll(/(?:read(?:<[^>]*>)?\(\s*'|variables\['|variables\.)([A-Z_]+)/g)]
  const names = new Set(read.map(([, name]) => name))
  expect(names.size).toBeGreaterThanOrEqual(7)
  for (const name of names) expect(tables).toContain(`| \`${name}\` |`)
})

test('every option of the settings command stands in the table', () => {
  const [, section = ''] = tables.split('### Settings of a site\n')
  const [settings = ''] = section.split(/^#/m)
  const named = [...settings.matchAll(/^\| `--([\w-]+)` \|/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...Object.keys(SETTING_OPTIONS), 'unset'].sort())
})

test('the demo embeds the survey by the line in the README', () => {
  const line = EMBED.exec(readme)?.[0] ?? 'no embed line'
  for (const page of ['index.html', 'pendek/index.html', 'baru/index.html']) {
    expect(readFileSync(`demo/${page}`, 'utf8')).toContain(line)
  }
})

test('the placeholder keeps the height that the survey has', () => {
  const styles = readFileSync('widget/survey.css', 'utf8')
  const heights = [...styles.matchAll(/--tanggapan-height, ([\d.]+em)/g)].map(
    ([, height]) => height,
  )
  expect(heights).toHaveLength(2)
  for (const height of heights) expect(readme).toContain(`min-height: ${height}`)
})

test('every picture that the README shows is among those that are taken', () => {
  const shown = [...readme.matchAll(/demo\/pictures\/([\w-]+)\.png/g)].map(([, name]) => name)
  expect(shown).toContain('demo')
  const taken = PICTURES.map(({ name }) => name)
  expect(shown.filter((name) => !taken.includes(name ?? ''))).toEqual([])
  const files = readdirSync('demo/pictures').map((file) => file.replace(/\.png$/, ''))
  expect(files.sort()).toEqual([...taken].sort())
})

test('every command that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test("the readers' script is within the size that the README promises", () => {
  const [, kilobytes] = /\*\*(\d+) kB brotli\*\*/.exec(readme) ?? []
  const script = readFileSync('dist/widget/widget.js')
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(Number(kilobytes) * 1000)
})
