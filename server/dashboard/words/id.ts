import { ID_ACCESS } from './id-access.ts'
import { ID_ALERTS } from './id-alerts.ts'
import { ID_ARTICLES } from './id-articles.ts'
import { ID_FOLLOW_UPS } from './id-follow-ups.ts'
import { ID_IMPORTS } from './id-imports.ts'
import { ID_MODERATION } from './id-moderation.ts'
import { ID_MOVING } from './id-moving.ts'
import { ID_OFFICES } from './id-offices.ts'
import { ID_OPERATIONS } from './id-operations.ts'
import { ID_READING } from './id-reading.ts'
import { ID_REPORT } from './id-report.ts'
import { ID_SECTIONS } from './id-sections.ts'
import { ID_SETTINGS } from './id-settings.ts'
import { ID_SETUP } from './id-setup.ts'
import { ID_WORDING } from './id-wording.ts'

/** Everything that the dashboard says, in Indonesian: the language that it was made in. */
export const ID = {
  ...ID_ACCESS,
  ...ID_ALERTS,
  ...ID_ARTICLES,
  ...ID_FOLLOW_UPS,
  ...ID_REPORT,
  ...ID_SETUP,
  ...ID_SETTINGS,
  ...ID_OPERATIONS,
  ...ID_MODERATION,
  ...ID_IMPORTS,
  ...ID_MOVING,
  ...ID_READING,
  ...ID_OFFICES,
  ...ID_SECTIONS,
  ...ID_WORDING,

  overviewTitle: 'Ikhtisar',
  overviewEmpty: 'Belum ada situs yang dapat Anda lihat.',
  overviewEmptyNext:
    'Minta pemilik server memberi Anda peran. Pemilik menambahkan situs pertama di sini, atau dengan perintah: npm run site -- add',
  site: 'Situs',
  viewsToday: 'Dilihat hari ini',
  views7: 'Dilihat 7 hari',
  votes7: 'Penilaian 7 hari',
  pending7: 'Ditahan 7 hari',
  siteFigures: 'Angka situs',
  siteWeek: (from: string, to: string) => `Dari ${from} sampai ${to}`,
  measure: 'Ukuran',
  today: 'Hari ini',
  week: '7 hari',
  countedViews: 'Dilihat',
  droppedViews: 'Permintaan yang tidak dihitung',
  countedVotes: 'Penilaian yang dihitung',
  pendingVotes: 'Penilaian yang ditahan',
  excludedVotes: 'Penilaian yang dikeluarkan',
  origins: 'Asal',

  peopleTitle: 'Orang',
  peopleInvite: 'Undang',
  peopleInviteText:
    'Anda mendapat tautan untuk diserahkan sendiri, lewat pesan atau langsung. Tautan berlaku sekali, tujuh hari.',
  peopleInviteButton: 'Buat undangan',
  peopleNone: 'Belum ada orang lain di sini. Undang yang pertama.',
  peopleWaiting: 'Undangan yang belum dipakai',
  peopleLastSeen: 'Terakhir terlihat',
  peopleNever: 'belum pernah',
  peopleTwoFactor: 'Dua langkah',
  yes: 'ya',
  no: 'belum',
  revokeRole: (role: string, place: string, name: string) =>
    `Cabut peran ${role} (${place}) dari ${name}`,
  revoke: 'Cabut',
  remove: 'Hapus akun',
  removeName: (name: string) => `Hapus akun ${name}`,
  removeTitle: 'Hapus akun ini?',
  removeText: (name: string) =>
    `${name} tidak dapat masuk lagi dan semua perannya hilang. Catatan audit tetap ada. Ini tidak dapat dibatalkan; orang yang sama dapat diundang lagi.`,
  cancel: 'Batal',
  manage: 'Kelola',
  manageName: (name: string) => `Kelola ${name}`,
  resetLink: 'Buat tautan kata sandi baru',
  resetLinkText: 'Tautan berlaku sekali, satu hari. Serahkan sendiri kepada orangnya.',
  resetTwoFactor: 'Hapus verifikasi dua langkah',
  resetTwoFactorText:
    'Bila ponsel dan kode cadangan hilang. Orangnya menyiapkan yang baru saat masuk.',
  rolesOf: 'Peran',
  noRoles: 'tanpa peran',
  expires: 'Berlaku sampai',
  linkTitle: 'Serahkan tautan ini',
  linkText: (email: string, until: string) =>
    `Untuk ${email}. Berlaku sekali, sampai ${until}. Tautan ini hanya ditampilkan sekarang.`,
  link: 'Tautan',
  back: 'Kembali',
  doneInvited: 'Orang itu sudah punya akun; peran ditambahkan.',
  doneRevoked: 'Peran dicabut.',
  doneRemoved: 'Akun dihapus.',
  doneInvitationRemoved: 'Undangan dicabut.',
  doneTwoFactorReset: 'Verifikasi dua langkah dihapus; semua sesinya berakhir.',
  donePassword: 'Kata sandi diganti. Sesi lain berakhir.',
  doneSession: 'Sesi diakhiri.',
  doneTwoFactor: 'Verifikasi dua langkah aktif.',
  faultLastOwner: 'Pemilik terakhir tetap ada: beri dulu peran itu kepada orang lain.',
  faultGranted: 'Orang itu sudah punya peran di tempat itu.',

  accountTitle: 'Akun Anda',
  accountPassword: 'Ganti kata sandi',
  accountPasswordButton: 'Ganti kata sandi',
  accountSessions: 'Sesi',
  accountSessionsText:
    'Di sini Anda masuk sekarang. Sesi berakhir setelah 30 menit tidak dipakai atau 12 jam.',
  browser: 'Peramban',
  began: 'Mulai',
  thisSession: 'sesi ini',
  endSession: 'Akhiri',
  endSessionName: (browser: string) => `Akhiri sesi ${browser}`,
  endSessions: 'Keluar di mana pun',

  auditTitle: 'Catatan audit',
  auditText: 'Siapa melakukan apa, yang terbaru lebih dulu. Disimpan dua tahun.',
  auditNone: 'Belum ada catatan.',
  when: 'Waktu',
  who: 'Siapa',
  what: 'Tindakan',
  about: 'Tentang',
  note: 'Keterangan',
  older: 'Lebih lama',
  utc: 'UTC',

  notFoundTitle: 'Tidak ada di sini',
  notFoundText: 'Halaman ini tidak ada, atau bukan untuk Anda.',
  foreignTitle: 'Permintaan ditolak',
  foreignText:
    'Formulir ini tidak dikirim dari halaman dasbor ini. Muat ulang halamannya dan coba lagi.',
  openTitle: 'Perlu https',
  openText:
    'Dasbor hanya terbuka lewat https, atau lewat localhost di komputer server. Proksi yang menyediakan https harus ada di TRUSTED_PROXIES dan mengirim X-Forwarded-Proto.',
  faultTitle: 'Terjadi kesalahan',
  faultText: 'Kesalahan ini dicatat di log server. Coba lagi sebentar.',
  busyText: 'Server sedang sibuk. Coba lagi sebentar.',
}
