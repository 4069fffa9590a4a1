import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gatherOpenings } from '../../server/domain/opening/gather-openings.ts'
import { importColumns } from '../../server/domain/opening/import-columns.ts'
import { readSheets } from '../../server/entry/read-sheets.ts'
import { articleKey } from '../../shared/article-key.ts'
import { CHOICES } from '../../shared/choice.ts'
import { NO_VOTES } from '../../shared/votes-by-choice.ts'

const HOST = 'desa.go.id'
const keyOf = (address: string) =>
  articleKey(address, HOST, (host) => (host === HOST ? HOST : null))

/** What a table comes to, as the command gathers it. */
async function gathered(text: string, columns?: string, scale?: string) {
  const { sheets } = await readSheets(new TextEncoder().encode(text))
  const table = sheets.get('') ?? { heads: [], rows: [] }
  return gatherOpenings(table.rows, importColumns(table.heads, columns, scale), keyOf)
}

describe('a table of counts', () => {
  test('of Indonesian Excel is taken as it is', async () => {
    const text =
      '\ufeffarticle;views;sangat-puas;puas;cukup-puas;tidak-puas\r\n' +
      'https://desa.go.id/berita/1;1.646;14;2;1;2\r\n"/berita/""2""";;0;;;3\r\n'
    expect(await gathered(text)).toEqual({
      openings: [
        {
          key: 'desa.go.id/berita/1',
          views: 1646,
          votes: { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 2 },
        },
        {
          key: 'desa.go.id/berita/%222%22',
          views: 0,
          votes: { 'sangat-puas': 0, puas: 0, 'cukup-puas': 0, 'tidak-puas': 3 },
        },
      ],
      faults: [],
    })
  })

  test('of a plugin has its columns named, and addresses of one article added up', async () => {
    const text = 'permalink,hits,title\n/a/,3,"Satu, dua"\nhttps://www.desa.go.id/a,4,x\n'
    const { openings } = await gathered(text.replace('www.', ''), 'article=permalink,views=hits')
    const [first, ...more] = openings
    expect([first?.key, first?.views, more]).toEqual(['desa.go.id/a', 7, []])
  })

  test('of ratings is read by the scale that was typed, a row for each or with a count', async () => {
    const scale = '5=sangat-puas,4=puas,3=cukup-puas,2=tidak-puas,1=tidak-puas'
    const single = await gathered('article;rating\n/a;5\n/a;1\n/a;2\n/b;4\n', undefined, scale)
    expect(single.openings.map(({ votes }) => Object.values(votes))).toEqual([
      [1, 0, 0, 2],
      [0, 1, 0, 0],
    ])
    const answers = 'post;answer;total\n/a;Sangat Puas;14\n/a;Tidak Puas;2\n'
    const summed = await gathered(
      answers,
      'article=post,rating=answer,count=total',
      'Sangat Puas=sangat-puas,Tidak Puas=tidak-puas',
    )
    expect(summed.openings.map(({ votes }) => Object.values(votes))).toEqual([[14, 0, 0, 2]])
  })

  test.each([
    ['https://kota.go.id/a;1;1', 'address', 'https://kota.go.id/a'],
    [';1;1', 'address', ''],
    ['/a;1,5;1', 'views', '1,5'],
    ['/a;-3;1', 'views', '-3'],
    ['/a;1.23;1', 'views', '1.23'],
    ['/a;1;=1+1', 'votes', '=1+1'],
    ['/a;2000000000;1', 'large', 'desa.go.id/a'],
  ])('leaves the row %s out and says why', async (row, why, text) => {
    const { openings, faults } = await gathered(`article;views;puas\n/z;1;1\n${row}\n`)
    expect(faults).toEqual([{ row: 2, why, text }])
    expect(openings.map(({ key }) => key)).toEqual(['desa.go.id/z'])
  })

  test('with a rating outside the scale leaves that row out', async () => {
    const { faults } = await gathered('article;rating\n/a;6\n/a;5\n', undefined, '5=puas')
    expect(faults).toEqual([{ row: 1, why: 'rating', text: '6' }])
  })

  test('with a count of ratings that is none leaves that row out', async () => {
    const columns = 'article=post,rating=answer,count=total'
    const text = 'post;answer;total\n/a;5; banyak \n/a;5;\n/a; 5 ; 1.200 \n'
    const { openings, faults } = await gathered(text, columns, '5=puas')
    expect(faults).toEqual([{ row: 1, why: 'count', text: 'banyak' }])
    expect(openings).toEqual([
      { key: 'desa.go.id/a', views: 0, votes: { ...NO_VOTES, puas: 1200 } },
    ])
  })

  test('whose rows end early has nothing there', async () => {
    const columns = importColumns(['article', 'views', 'puas', 'rating'], undefined, '5=puas')
    const { openings, faults } = gatherOpenings([{ article: '/a' }, {}], columns, keyOf)
    expect([openings, faults]).toEqual([
      [],
      [
        { row: 1, why: 'rating', text: '' },
        { row: 2, why: 'address', text: '' },
      ],
    ])
  })

  test.each([
    ['url;views\n/a;1\n', undefined, undefined, 'which column has the address'],
    ['article;hits\n/a;1\n', undefined, undefined, 'nothing to take over'],
    ['article;views\n/a;1\n', 'views=hits', undefined, 'There is no column hits'],
    ['article;views\n/a;1\n', 'nilai=views', undefined, 'not nilai'],
    ['article;rating\n/a;1\n', undefined, undefined, 'belong together'],
    ['article;views\n/a;1\n', undefined, '5=puas', 'belong together'],
    ['article;rating\n/a;1\n', undefined, '5=baik', 'not baik'],
    ['article;views\n/a;1\n', 'views', undefined, 'NAME=NAME'],
  ])('%j with %s and %s is refused in a sentence', async (text, columns, scale, said) => {
    return expect(gathered(text, columns, scale)).rejects.toThrow(said)
  })

  test('loses no vote and makes none up, however its rows are spread over articles', async () => {
    const row = fc.record({
      article: fc.constantFrom('/a', '/a/', 'https://desa.go.id/a', '/b', '/c'),
      counts: fc.tuple(...[0, 1, 2, 3].map(() => fc.nat(10_000))),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
        const lines = rows.map(({ article, counts }) => [article, ...counts].join(';'))
        const { openings, faults } = await gathered(
          `${['article', ...CHOICES].join(';')}\n${lines.join('\n')}\n`,
        )
        expect(faults).toEqual([])
        for (const [i, choice] of CHOICES.entries()) {
          const sum = rows.reduce((all, { counts }) => all + (counts[i] ?? 0), 0)
          expect(openings.reduce((all, { votes }) => all + votes[choice], 0)).toBe(sum)
        }
        expect(new Set(openings.map(({ key }) => key)).size).toBe(openings.length)
      }),
    )
  })
})
