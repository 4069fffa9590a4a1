import { dayBefore } from '../day-before.ts'
import type { Draw } from './draw.ts'
import { SAMPLE_TREE, type SampleOffice } from './sample-offices.ts'

/** An article of the sample, before its readers come. */
export interface SampleArticle {
  readonly key: string
  readonly title: string
  /** Whose section it is in. */
  readonly office: SampleOffice
  /** YYYY-MM-DD */
  readonly published: string
  readonly votes: number
  readonly views: number
}

export interface SampleSize {
  readonly articles: number
  readonly votes: number
}

/** As in life: a quarter of all articles has no vote, one in twenty has thirty or more. */
const NONE = 0.25
const MANY = 0.05
const FEWEST_OF_MANY = 30
/** Puts the median of all at two. */
const STEEPNESS = 0.1
/** How far the most read one is ahead of the second, and so on. */
const VIRALITY = 1.1
const DAYS = 730
const DAY = 24 * 60 * 60 * 1000

const TOPICS = [
  ...['Pelayanan Keliling', 'Musyawarah Perencanaan', 'Perbaikan Jalan', 'Vaksinasi Massal'],
  ...['Bantuan Pupuk', 'Lomba Desa', 'Pelatihan UMKM', 'Penyerahan Beasiswa', 'Pasar Murah'],
  ...['Perekaman KTP', 'Normalisasi Sungai', 'Sosialisasi Pajak', 'Bursa Kerja', 'Festival Budaya'],
]
const PLACES = [
  'di Balai Desa',
  'di Pendopo',
  'bagi Warga',
  'Tahap Kedua',
  'Kembali Digelar',
  'Ditunda',
]

/** All articles of a sample, the oldest first. */
export function* sampleArticles(
  draw: Draw,
  { articles, votes }: SampleSize,
  today: string,
): Generator<SampleArticle> {
  const counts = shuffled(draw, voteCounts(draw, articles, votes))
  for (const [n, count] of counts.entries()) {
    const office = draw.pick(SAMPLE_TREE)
    const published = dayBefore(today, DAYS - Math.floor((n * DAYS) / counts.length))
    const title = `${draw.pick(TOPICS)} ${draw.pick(PLACES)} (contoh ${n + 1})`
    const slug = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '')
    const date = published.slice(0, 7).replace('-', '/')
    // One in a hundred views is answered, more or less.
    const views = Math.round(count * (20 + 60 * draw.number()) + 3 + draw.below(80))
    yield { key: `${office.prefix}/${date}/${slug}`, title, office, published, votes: count, views }
  }
}

/** How many votes each article has; they come to what was asked for. */
function voteCounts(draw: Draw, articles: number, votes: number): number[] {
  const many = Math.max(1, Math.round(articles * MANY))
  const none = Math.round(articles * NONE)
  const few = Array.from({ length: articles - many - none }, () => {
    const most = 1 - FEWEST_OF_MANY ** -STEEPNESS
    return Math.floor((1 - most * draw.number()) ** (-1 / STEEPNESS))
  })
  const left = votes - few.reduce((sum, n) => sum + n, 0) - many * FEWEST_OF_MANY
  if (left < 0) throw new RangeError(`${votes} votes are too few for ${articles} articles`)
  const weights = Array.from({ length: many }, (_, i) => (i + 1) ** -VIRALITY)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const large = weights.map((weight) => FEWEST_OF_MANY + Math.floor((left * weight) / all))
  large[0] = (large[0] ?? 0) + left + many * FEWEST_OF_MANY - large.reduce((sum, n) => sum + n, 0)
  return [...large, ...few, ...Array.from({ length: none }, () => 0)]
}

function shuffled<T>(draw: Draw, items: readonly T[]): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = draw.below(i + 1)
    const [a, b] = [mixed[i] as T, mixed[j] as T]
    mixed[i] = b
    mixed[j] = a
  }
  return mixed
}

/** Number of days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}
