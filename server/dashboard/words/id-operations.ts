/** Of tokens and operations, in Indonesian. */
export const ID_OPERATIONS = {
  tokensTitle: 'Token API',
  tokensText:
    'Program memakai token untuk API admin. Yang disimpan hanya sidik jarinya; token yang hilang dicabut dan diganti.',
  tokensNone: 'Belum ada token.',
  tokenAdd: 'Buat token',
  tokenNameHint:
    'Huruf kecil, angka, tanda hubung, misalnya laporan-dinkes. Tampil di catatan audit.',
  tokenAllSites: 'semua situs',
  tokenOnce: 'Salin sekarang. Token ini hanya ditampilkan sekali ini.',
  token: 'Token',
  faultToken:
    'Isi nama: huruf kecil, angka, tanda hubung, paling banyak 40; bukan system atau operator.',
  faultTokenTaken: 'Nama ini sudah dipakai.',
  doneToken: 'Token dicabut dan tidak membuka apa pun lagi.',
  operationsTitle: 'Operasi',
  operationsLead: (requests: string, counted: string) =>
    `${counted} dari ${requests} permintaan tujuh hari terakhir dihitung sebagai dilihat.`,
  operationsChain: 'Rantai tanda tangan',
  operationsChainHead: (number: number, day: string) => `Catatan ${number}, ${day}`,
  operationsChainNone: 'Belum ada; hari pertama ditandatangani setelah berakhir.',
  operationsUpkeep: 'Pemeliharaan',
  operationsBackup: 'Cadangan terakhir yang teruji',
  operationsBackupNone: 'belum ada',
  operationsBackupFailed: (time: string) => `Gagal ${time}:`,
  operationsFailures: 'Artikel yang belum diverifikasi',
  operationsFailuresNone: 'Tidak ada artikel yang gagal diverifikasi.',
  operationsArticles: 'Artikel',
  operationsRemedy: 'Sebab dan obatnya',
  operationsExample: 'Misalnya',
  operationsRetry: 'Coba verifikasi lagi',
  operationsShared:
    'Banyak halaman mengaku sebagai satu artikel. Perbaiki tautan canonical, atau ubah pengaturan agar artikel dikenali dari alamat halamannya.',
  doneRetry: 'Server menanyai lagi semua artikel yang belum diverifikasi.',
  dropReasons: {
    'no-origin': 'tidak dikirim oleh halaman',
    prefetch: 'diambil lebih dulu, tidak dilihat',
    automated: 'peramban otomatis',
    bot: 'robot',
    'user-agent': 'bukan peramban',
    repeat: 'dilihat lagi dalam setengah jam',
    seen: 'sudah dilihat, menurut server',
    rate: 'terlalu banyak dari satu alamat',
  },
}
