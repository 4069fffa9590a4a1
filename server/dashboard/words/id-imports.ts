import type { ColumnFault, ColumnRole } from '../../domain/opening/chosen-columns.ts'
import type { RowFault } from '../../domain/opening/gather-openings.ts'
import type { SheetFault } from '../../domain/opening/sheet.ts'
import type { PluginFault } from '../../domain/opening/word-press-sheet.ts'
import type { ImportKind } from '../../store/store.ts'

const COLUMNS: Readonly<Record<ColumnRole, string>> = {
  article: 'Alamat artikel',
  views: 'Dilihat',
  'sangat-puas': 'Sangat Puas',
  puas: 'Puas',
  'cukup-puas': 'Cukup Puas',
  'tidak-puas': 'Tidak Puas',
  rating: 'Nilai (satu baris satu penilaian, atau dengan jumlah)',
  count: 'Jumlah untuk nilai itu',
}

const KINDS: Readonly<Record<ImportKind, string>> = {
  table: 'Tabel apa pun (CSV atau XLSX)',
  'wp-postviews': 'WP-PostViews',
  'wp-postratings': 'WP-PostRatings',
  'wp-polls': 'WP-Polls',
}

const ROW_FAULTS: Readonly<Record<RowFault['why'], string>> = {
  address: 'bukan alamat artikel situs ini',
  views: 'bukan jumlah dilihat',
  votes: 'bukan jumlah penilaian',
  count: 'bukan jumlah penilaian',
  rating: 'tidak dipetakan ke jawaban',
  large: 'lebih dari 1.000.000.000',
}

const COLUMN_FAULTS: Readonly<Record<ColumnFault, string>> = {
  article: 'Pilih kolom yang berisi alamat artikel.',
  nothing: 'Pilih kolom dilihat, kolom jawaban, atau kolom nilai.',
  scale: 'Tentukan jawaban untuk setiap nilai: hanya Anda yang tahu artinya.',
  values: 'Kolom nilai berisi lebih dari 60 nilai berbeda: itu bukan skala penilaian.',
}

const SHEET_FAULTS: Readonly<Record<SheetFault, (detail: string) => string>> = {
  format: () =>
    'Berkas ini bukan CSV, XLSX, atau dump SQL. Simpan ulang dari Excel sebagai XLSX atau CSV UTF-8.',
  csv: (line) =>
    `CSV tidak dapat dibaca di sekitar baris ${line}: jumlah sel tidak sama dengan judul kolom, atau ada tanda kutip yang tidak ditutup.`,
  empty: () => 'Berkas ini tidak berisi tabel yang dapat dibaca.',
  heads: (name) => `Ada dua kolom bernama ${name}. Beri nama berbeda.`,
  rows: () => 'Berkas berisi lebih dari 200.000 baris. Bagi menjadi beberapa berkas.',
  cell: () => 'Ada sel dengan lebih dari 10.000 huruf.',
  unpacked: () => 'Isi berkas ini setelah dibuka lebih dari 64 MB.',
  dump: (line) => `Dump SQL tidak dapat dibaca di baris ${line}.`,
  columns: (table) => `Kolom tabel ${table} tidak diketahui. Ekspor ulang dengan nama kolom.`,
  kind: () =>
    'Berkas ini dump SQL. Kirim lagi dan pilih plugin WordPress yang angkanya Anda ambil.',
  prefixes: (names) =>
    `Dump ini berisi tabel beberapa situs (${names}). Ekspor tabel satu situs saja.`,
}

const PLUGIN_FAULTS: Readonly<Record<PluginFault, string>> = {
  'no-polls': 'Tidak ada baris tabel pollsa (WP-Polls) di berkas ini.',
  'no-ratings': 'Tidak ada baris tabel ratings (WP-PostRatings) di berkas ini.',
  averages:
    'Berkas ini hanya memuat rata-rata (ratings_average). Dari rata-rata tidak dapat diketahui berapa orang memberi nilai apa; ekspor tabel ratings.',
  'no-views': 'Tidak ada baris meta views (WP-PostViews) di berkas ini.',
}

/** Of tables that are brought in, in Indonesian. */
export const ID_IMPORTS = {
  importTitle: 'Impor saldo awal',
  importLink: 'Impor dari berkas',
  importLead:
    'Bawa angka dari penghitung lama sekaligus. Anda melihat dulu apa yang akan terjadi; sebelum Anda menerapkannya tidak ada yang berubah.',
  importFile: 'Berkas',
  importFileHint:
    'CSV (titik koma, koma, atau tab), XLSX, atau dump SQL dari phpMyAdmin atau mysqldump; paling besar 20 MB dan 200.000 baris. Berkas menunggu di memori server paling lama satu jam dan tidak disimpan.',
  importKind: 'Isi berkas',
  importKinds: KINDS,
  importPermalink: 'Permalink WordPress',
  importPermalinkHint:
    'Hanya untuk WordPress: isi Pengaturan › Permalink, misalnya /%year%/%monthnum%/%postname%/ atau /?p=%post_id%; atau guid.',
  importSend: 'Kirim dan periksa',
  importFaultFile: 'Pilih berkas.',
  importFaultLarge:
    'Berkas lebih besar dari 20 MB. Bagi menjadi beberapa berkas, atau pakai perintah di server.',
  importFaultPermalink:
    'Isi permalink seperti /%year%/%monthnum%/%postname%/, atau guid. Kategori dan penulis tidak didukung.',
  importsAll: 'Impor sejauh ini',
  importsNone: 'Belum ada yang diimpor.',
  importGone:
    'Berkas itu tidak menunggu lagi: sudah diterapkan, lebih dari satu jam, atau server dimulai ulang. Kirim lagi.',
  importPlanTitle: 'Periksa impor',
  importRead: (format: string, encoding: string, rows: string) =>
    `${format}, ${encoding}, ${rows} baris.`,
  importMapping: 'Kolom mana berisi apa',
  importColumns: COLUMNS,
  importNoColumn: '(tidak ada)',
  importScale: 'Nilai mana berarti jawaban apa',
  importScaleHint: 'Nilai yang tidak dipetakan akan ditinggalkan, dan disebut di bawah.',
  importNoChoice: '(tinggalkan)',
  importPolls: 'Artikel setiap jajak pendapat',
  importPollsHint:
    'Satu baris satu jajak pendapat: nomor = alamat, misalnya 3 = /berita/7. Yang tidak disebut dilewati.',
  importPollsThere: 'Ada di berkas:',
  importLook: 'Lihat apa yang akan terjadi',
  importColumnFaults: COLUMN_FAULTS,
  importSheetFaults: SHEET_FAULTS,
  importPluginFaults: PLUGIN_FAULTS,
  importRowFaults: ROW_FAULTS,
  importPlan: 'Apa yang akan terjadi',
  importPlanSums: (fresh: string, views: string, votes: string) =>
    `${fresh} artikel mendapat saldo awal: ${views} kali dilihat, ${votes} penilaian.`,
  importPlanKept: (kept: string) => `${kept} artikel sudah punya saldo awal dan tetap memakainya.`,
  importPlanFaults: (faults: string) => `${faults} baris ditinggalkan.`,
  importFirst: (shown: number) => `${shown} yang pertama ditampilkan; berkas CSV memuat semuanya.`,
  importWhole: 'Unduh semuanya sebagai CSV',
  importFate: 'Yang terjadi',
  importFresh: 'baru',
  importKept: 'tetap',
  importLeft: 'ditinggalkan',
  importRow: 'Baris',
  importText: 'Isinya',
  importWhy: 'Sebab',
  importApply: (fresh: string) => `Terapkan pada ${fresh} artikel`,
  importOf: (id: number) => `Impor ${id}`,
  importPlanned: 'Direncanakan',
  importAdded: 'Masuk',
  importRemoved: 'Diambil kembali',
  importAt: 'Waktu',
  importRunning: (done: string, all: string) =>
    `Sedang berjalan: ${done} dari ${all}. Halaman ini memperbarui diri.`,
  importDone: (added: string) => `Selesai: ${added} artikel mendapat saldo awal.`,
  importUndone: (removed: string) => `Diambil kembali: saldo awal ${removed} artikel.`,
  importHalf: (added: string, all: string) =>
    `Berhenti di tengah: ${added} dari ${all}. Artikel yang sudah punya saldo awal dihitung tidak masuk. Kirim berkas yang sama lagi untuk melanjutkan, atau ambil kembali yang sudah masuk.`,
  importUndo: 'Ambil kembali impor ini',
  importUndoText:
    'Yang dihapus hanya saldo awal yang dibawa impor ini dan belum diubah sesudahnya. Artikel dan penilaian tetap ada.',
}
