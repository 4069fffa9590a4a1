import { pick, type Random } from '../seeded.ts'
import { ODD_ADDRESSES, ODD_NAMES, ODD_VALUES } from './odd-values.ts'

/** A JSON object as a list of names and JSON texts, so that a name may come twice. */
export type Fields = [name: string, json: string][]

type FieldChange = (fields: Fields, random: Random) => void
type TextChange = (bytes: Buffer, random: Random) => Buffer

const place = (length: number, random: Random) => Math.floor(random() * length)

const FIELD_CHANGES: readonly FieldChange[] = [
  (fields, random) => void change(fields, random, pick(random, ODD_VALUES)),
  (fields, random) => void change(fields, random, pick(random, ODD_VALUES)),
  (fields, random) => void change(fields, random, `"${pick(random, ODD_ADDRESSES)}"`, 'article'),
  (fields, random) => void change(fields, random, `"${pick(random, ODD_ADDRESSES)}"`, 'article'),
  (fields, random) => void change(fields, random, `"${pick(random, ODD_ADDRESSES)}"`, 'page'),
  (fields, random) => void change(fields, random, String(place(2 ** 31, random)), 'turn'),
  (fields, random) => void change(fields, random, `"${scrambled(random, 22)}"`, 'ballot'),
  (fields, random) => void change(fields, random, `"${scrambled(random, 60)}"`, 'token'),
  (fields, random) => void fields.splice(place(fields.length, random), 1),
  (fields, random) => void fields.push([pick(random, ODD_NAMES), pick(random, ODD_VALUES)]),
  // The same name twice: which of the two is judged must be the one that is used.
  (fields, random) => {
    const [name = ''] = pick(random, fields)
    fields.splice(place(fields.length + 1, random), 0, [name, pick(random, ODD_VALUES)])
  },
  // Values in one another's places.
  (fields, random) => {
    const [a, b] = [pick(random, fields), pick(random, fields)]
    const kept = a[1]
    a[1] = b[1]
    b[1] = kept
  },
]

const TEXT_CHANGES: readonly TextChange[] = [
  (bytes, random) => bytes.subarray(0, place(bytes.length, random)),
  (bytes, random) => withByte(bytes, place(bytes.length, random), place(256, random)),
  (bytes, random) =>
    withByte(bytes, place(bytes.length, random), pick(random, [0, 0xff, 0xc0, 0x5c, 0x22])),
  (bytes, random) =>
    Buffer.concat([Buffer.from(pick(random, ['\ufeff', ' ', '\n', '[', '//', '\0'])), bytes]),
  (bytes, random) =>
    Buffer.concat([bytes, Buffer.from(pick(random, ['}', ',', '\0', '{}', ' '.repeat(99)]))]),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('"', "'")),
  (bytes) => Buffer.from(`[${bytes.toString('utf8')}]`),
  (bytes, random) =>
    Buffer.concat([bytes, Buffer.alloc(pick(random, [2048, 2049, 65_536, 1_000_000]), 0x20)]),
  (_, random) => Buffer.from(pick(random, ODD_VALUES)),
  (_, random) => Buffer.from(Array.from({ length: place(300, random) }, () => place(256, random))),
  () => Buffer.alloc(0),
]

/** Changes a field or two, or leaves one out, or puts in one more. */
export function changeFields(fields: Fields, random: Random): void {
  if (fields.length > 0) pick(random, FIELD_CHANGES)(fields, random)
}

/** Changes what is sent, whatever it means. */
export function changeText(bytes: Buffer, random: Random): Buffer {
  return pick(random, TEXT_CHANGES)(bytes, random)
}

export function written(fields: Fields): Buffer {
  return Buffer.from(`{${fields.map(([name, json]) => `"${name}":${json}`).join(',')}}`)
}

function change(fields: Fields, random: Random, json: string, name?: string): void {
  const field = fields.find(([known]) => known === name) ?? pick(random, fields)
  field[1] = json
}

function scrambled(random: Random, length: number): string {
  const among = 'abcdefghijklmnopqrstuvwxyz0123456789_-.=+/'
  return Array.from({ length }, () => among[place(among.length, random)]).join('')
}

function withByte(bytes: Buffer, at: number, byte: number): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)])
}
