import type { Office } from '../../store/store.ts'

/** Key of the site that the sample is in. */
export const SAMPLE_SITE = 'contoh'
export const SAMPLE_HOST = 'contoh.example'
/** What the key of every sample office begins with: nobody else's may. */
export const SAMPLE_OFFICES = 'contoh-'
const TOP = `${SAMPLE_OFFICES}kabupaten`

/** An office of the sample, with the section that it answers for. */
export interface SampleOffice extends Office {
  readonly prefix: string
  /** Share of its readers who are content, so that offices differ. */
  readonly mood: number
}

const DEPARTMENTS = [
  ...['Sekretariat Daerah', 'Sekretariat DPRD', 'Inspektorat', 'Badan Perencanaan Pembangunan'],
  ...[
    'Badan Kepegawaian',
    'Badan Pengelolaan Keuangan',
    'Badan Pendapatan',
    'Badan Kesatuan Bangsa',
  ],
  ...['Badan Penanggulangan Bencana', 'Dinas Pendidikan', 'Dinas Kesehatan', 'Dinas Sosial'],
  ...['Dinas Pekerjaan Umum', 'Dinas Perumahan', 'Dinas Perhubungan', 'Dinas Pertanian'],
  ...['Dinas Peternakan', 'Dinas Perdagangan', 'Dinas Koperasi', 'Dinas Tenaga Kerja'],
  ...['Dinas Lingkungan Hidup', 'Dinas Kependudukan', 'Dinas Pemberdayaan Masyarakat'],
  ...['Dinas Komunikasi dan Informatika', 'Dinas Penanaman Modal', 'Dinas Pariwisata'],
  ...['Dinas Perpustakaan', 'Satuan Polisi Pamong Praja', 'Rumah Sakit Umum Daerah'],
]
const DISTRICTS = [
  ...['Sukamaju', 'Mekarsari', 'Tirtamulya', 'Karanganyar', 'Wonosari'],
  ...['Sidomulyo', 'Banjarejo', 'Kedungasri', 'Purwodadi', 'Sumberagung'],
]

/** Forty offices: the regency, its departments by a part of its site, its districts by hosts of their own. */
export const SAMPLE_TREE: readonly SampleOffice[] = [
  {
    key: TOP,
    name: 'Kabupaten Contoh (data contoh)',
    parent: null,
    prefix: SAMPLE_HOST,
    mood: 0.8,
  },
  ...DEPARTMENTS.map((name, i) => {
    const slug = name.toLowerCase().replaceAll(' ', '-')
    return below(name, slug, `${SAMPLE_HOST}/${slug}`, moodOf(i))
  }),
  ...DISTRICTS.map((name, i) => {
    const slug = name.toLowerCase()
    return below(`Kecamatan ${name}`, slug, `${slug}.${SAMPLE_HOST}`, moodOf(i + 3))
  }),
]

function below(name: string, slug: string, prefix: string, mood: number): SampleOffice {
  return { key: `${SAMPLE_OFFICES}${slug}`, name, parent: TOP, prefix, mood }
}

/** From 0.45 to 0.93, in no order that shows. */
function moodOf(place: number): number {
  return 0.45 + ((place * 7) % 13) * 0.04
}
