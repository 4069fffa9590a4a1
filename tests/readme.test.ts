import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { PROBLEMS } from '../shared/problem.ts'

const readme = readFileSync('README.md', 'utf8')
const survey = readFileSync('widget/survey.ts', 'utf8')
/** The tables without the spaces that line their columns up. */
const tables = readme.replace(/ +\|/g, ' |')
const EMBED = /<script async src="https:\/\/HOST\/v1\/widget\.js"[^>]*><\/script>/

/** Names that the element's doc comment gives after a tag such as `@csspart`. */
function documented(tag: string): string[] {
  const names = [...survey.matchAll(new RegExp(`@${tag} (\\S+)`, 'g'))].map(
    ([, name]) => name ?? '',
  )
  expect(names.length).toBeGreaterThan(0)
  return names
}

describe('the README names what the element has', () => {
  for (const tag of ['attr', 'fires', 'csspart', 'cssprop']) {
    test(`every @${tag}`, () => {
      expect(documented(tag).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
    })
  }
})

test('every part and property that the README promises is drawn', () => {
  const drawn = ['survey-view', 'choice-row'].map((name) =>
    readFileSync(`widget/${name}.ts`, 'utf8'),
  )
  const parts = drawn.join('\n')
  for (const part of documented('csspart'))
    expect(parts).toMatch(new RegExp(`part=.*\\b${part}\\b`))
  const styles = readFileSync('widget/survey.css', 'utf8')
  for (const property of documented('cssprop')) expect(styles).toContain(`var(${property},`)
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

test('the demo embeds the survey by the line in the README', () => {
  const line = EMBED.exec(readme)?.[0] ?? 'no embed line'
  for (const page of ['index.html', 'pendek/index.html', 'baru/index.html']) {
    expect(readFileSync(`demo/${page}`, 'utf8')).toContain(line)
  }
})

test('the placeholder keeps the height that the survey has', () => {
  const styles = readFileSync('widget/survey.css', 'utf8')
  const heights = [...styles.matchAll(/--tanggapan-height, (\d+rem)/g)].map(([, height]) => height)
  expect(heights).toHaveLength(2)
  for (const height of heights) expect(readme).toContain(`min-height: ${height}`)
})

test('every command that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('the events are named with the fields of their classes', () => {
  const events = readFileSync('widget/events.ts', 'utf8')
  const classes = [...events.matchAll(/class (\w+) extends Event \{([\s\S]*?)constructor/g)]
  expect(classes.length).toBeGreaterThan(0)
  for (const [, name, body = ''] of classes) {
    const fields = [...body.matchAll(/readonly (\w+):/g)].map(([, field]) => `\`${field}\``)
    expect(readme).toContain(`\`${name}\`: ${fields.join(', ')}`)
  }
})

test("the readers' script is within the size that the README promises", () => {
  const [, kilobytes] = /\*\*(\d+) kB brotli\*\*/.exec(readme) ?? []
  const script = readFileSync('dist/widget/widget.js')
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(Number(kilobytes) * 1000)
})
