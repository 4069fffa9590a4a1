import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { wordPressSheet } from '../../server/domain/opening/word-press-sheet.ts'
import { readSheets } from '../../server/entry/read-sheets.ts'

// Sixty-four megabytes are unpacked once, which takes a while beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A workbook of one sheet, as small as a spreadsheet still opens it. */
function workbook(rows: string, strings = '') {
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  return zipSync({
    'xl/workbook.xml': strToU8(
      `${head}<workbook><sheets><sheet name="A" sheetId="1" r:id="rId9"/><sheet name="B" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships><Relationship Id="rId2" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="worksheets/sheet2.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`${head}<worksheet><sheetData/></worksheet>`),
    'xl/worksheets/sheet2.xml': strToU8(
      `${head}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`${head}<sst>${strings}</sst>`),
  })
}

const HEADS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>views</t></is></c></row>'
const ARTICLE = '<si><t>article</t></si>'

test('the first sheet of a workbook is read: texts, numbers, last results, gaps', async () => {
  const rows =
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>1646</v></c></row>' +
    '<row r="4"><c r="A4" t="str"><f>HYPERLINK("https://x.example")</f><v>/b</v></c><c r="B4"><v>1.646</v></c></row>' +
    '<row r="5"><c r="B5"><v>1E+20</v></c></row><row r="6"/>'
  const strings = `${ARTICLE}<si><r><t>/a &amp;</t></r><r><t> b</t></r><rPh><t></t></rPh></si>`
  const { format, sheets } = await readSheets(workbook(HEADS + rows, strings))
  expect(format).toBe('xlsx')
  expect(sheets.get('')).toEqual({
    heads: ['article', 'views'],
    rows: [
      { article: '/a & b', views: '1646' },
      // A number a little above one and a half is no grouped one.
      { article: '/b', views: '1,646' },
      { article: '', views: '1E+20' },
    ],
  })
})

test('a workbook that unpacks to more than is read is refused, and entities of its own stay text', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(70 * 1024 * 1024).fill(32) })
  expect(bomb.length).toBeLessThan(100_000)
  await expect(readSheets(bomb)).rejects.toMatchObject({ why: 'unpacked' })
  const entity = '<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/passwd">]><si><t>article</t></si>'
  const row = '<row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c></row>'
  const { sheets } = await readSheets(workbook(HEADS + row, entity))
  expect(sheets.get('')?.rows).toEqual([{ article: '&e;', views: '' }])
})

test.each([
  ['an archive of something else', zipSync({ 'a.txt': strToU8('x') }), 'format'],
  ['half a workbook', workbook(HEADS, ARTICLE).subarray(0, 60), 'format'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'format'],
  ['nothing but blank lines', utf8('\n\n'), 'empty'],
  ['a long text in a sheet', workbook(HEADS, `<si><t>${'a'.repeat(10_001)}</t></si>`), 'cell'],
  ['a dump of other tables', utf8("INSERT INTO `wp_users` VALUES (1,'x');"), 'empty'],
  ['half a dump', utf8("INSERT INTO wp_postmeta VALUES (1,2,'views"), 'dump'],
  ['a dump that calculates', utf8("INSERT INTO wp_postmeta VALUES (1,2,'views',1+1);"), 'dump'],
  ['a dump of other columns', utf8("INSERT INTO wp_postmeta VALUES (1,2,'views');"), 'columns'],
  [
    'a dump of two sites',
    utf8(
      "INSERT INTO wp_postmeta VALUES (1,2,'views',3);INSERT INTO wp_2_postmeta VALUES (1,2,'views',3);",
    ),
    'prefixes',
  ],
])('%s is refused', async (_, bytes, why) => {
  await expect(readSheets(bytes)).rejects.toMatchObject({ why })
})

test('text is read as UTF-8, UTF-16 or Windows-1252, and it is said which', async () => {
  const text = 'article;judul\n/a;Désa\n'
  const read = async (bytes: Uint8Array) => {
    const { encoding, sheets } = await readSheets(bytes)
    return [encoding, sheets.get('')?.rows[0]?.['judul']]
  }
  expect(await read(utf8(`\ufeff${text}`))).toEqual(['UTF-8', 'Désa'])
  expect(await read(Buffer.from(text, 'latin1'))).toEqual(['Windows-1252', 'Désa'])
  expect(await read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['UTF-16', 'Désa'])
})

const DUMP = `-- MySQL dump 10.13
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`web_posts\`;
CREATE TABLE \`web_posts\` (
  \`ID\` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  \`post_name\` varchar(200) NOT NULL DEFAULT '',
  \`post_date\` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  \`post_status\` varchar(20) NOT NULL DEFAULT 'publish',
  \`post_type\` varchar(20) NOT NULL COMMENT 'a, b) and "c"; \\'d\\'',
  \`guid\` varchar(255) NOT NULL,
  PRIMARY KEY (\`ID\`), KEY \`post_name\` (\`post_name\`(191))
) ENGINE=InnoDB;
INSERT INTO \`web_posts\` VALUES (7,'pasar-murah','2016-07-01 08:00:00','publish','post','https://desa.go.id/?p=7'),
 (8,'naskah','2016-07-02 08:00:00','draft','post','https://desa.go.id/?p=8');
INSERT INTO \`web_options\` VALUES (1,'x','INSERT INTO web_postmeta VALUES (1,7,\\'views\\',\\'9\\');');
# a comment; with a semicolon
INSERT INTO \`web_postmeta\` (\`meta_id\`, \`post_id\`, \`meta_key\`, \`meta_value\`) VALUES
(1, 7, 'views', '646'), (2, 7, '_edit_last', NULL), (3, 8, 'views', 12), (4, 7, 'ratings_average', '4.5');
INSERT INTO \`web_pollsq\` VALUES (3,'Bagaimana ''pelayanan'' kami?','1467331200',19,1,'0',0,19);
INSERT INTO \`web_pollsa\` VALUES (11,3,'Sangat\\nPuas; (ya)',14),(12,3,'Puas',2),(13,4,'Lain',5);
REPLACE INTO desa.web_ratings VALUES (1,7,'Pasar',5,1467331200,'203.0.113.9','host.example','Budi',0),(2,7,'Pasar',1,1467331201,'203.0.113.10','','',0);
`

test('a dump of MySQL gives the rows of a plugin, each with the address of its post', async () => {
  const file = await readSheets(utf8(DUMP))
  const none = new Map()
  expect(wordPressSheet('wp-postviews', file, '/%year%/%monthnum%/%postname%/', none)).toEqual({
    heads: ['article', 'views'],
    rows: [
      { article: '/2016/07/pasar-murah/', views: '646' },
      // Drafts were never read.
      { article: '#8', views: '12' },
    ],
  })
  expect(wordPressSheet('wp-postratings', file, 'guid', none)).toEqual({
    heads: ['article', 'rating'],
    rows: [
      { article: 'https://desa.go.id/?p=7', rating: '5' },
      { article: 'https://desa.go.id/?p=7', rating: '1' },
    ],
  })
  expect(wordPressSheet('wp-polls', file, '', new Map([['3', '/berita/7']]))).toEqual({
    heads: ['article', 'rating', 'label', 'count'],
    rows: [
      { article: '/berita/7', rating: '11', label: 'Sangat\nPuas; (ya)', count: '14' },
      { article: '/berita/7', rating: '12', label: 'Puas', count: '2' },
    ],
  })
  // Nothing of who rated is kept beyond the reading.
  expect(JSON.stringify([...file.sheets])).not.toMatch(/203\.0\.113|host\.example|Budi/)
})

test('an export of one table as CSV is the same, by its columns', async () => {
  const views = await readSheets(utf8('meta_id,post_id,meta_key,meta_value\n1,7,views,646\n'))
  expect(wordPressSheet('wp-postviews', views, '/?p=%post_id%', new Map())).toEqual({
    heads: ['article', 'views'],
    rows: [{ article: '/?p=7', views: '646' }],
  })
  const average = await readSheets(utf8('post_id;meta_key;meta_value\n7;ratings_average;4.5\n'))
  expect(wordPressSheet('wp-postratings', average, 'guid', new Map())).toBe('averages')
  expect(wordPressSheet('wp-polls', average, '', new Map())).toBe('no-polls')
  expect(wordPressSheet('wp-postviews', average, 'guid', new Map())).toBe('no-views')
})
