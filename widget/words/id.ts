import type { Words } from '../words.ts'

/** Bahasa Indonesia. */
export const id: Words = {
  question: 'Bagaimana Tanggapan Anda?',
  choices: {
    'sangat-puas': 'Sangat Puas',
    puas: 'Puas',
    'cukup-puas': 'Cukup Puas',
    'tidak-puas': 'Tidak Puas',
  },
  views: '{n} kali dilihat',
  responses: '{n} penilaian',
  none: 'Belum ada penilaian',
  hidden: '{n} tanggapan · hasil tampil mulai {from}',
  afterVote: '{n} tanggapan · hasil tampil setelah Anda memilih',
  few: 'Responden masih sedikit; hasil dapat berubah.',
  rounded: 'pembulatan',
  opening: 'Termasuk hitungan awal per {date}: {source}',
  estimate: 'perkiraan',
  hint: 'Tanpa nama. Sistem tanggapan ini tidak menyimpan alamat internet Anda.',
  thanks: 'Terima kasih atas tanggapan Anda.',
  withdrawn: 'Tanggapan Anda sudah ditarik.',
  closed: 'Penilaian artikel ini sudah ditutup.',
  sending: 'Mengirim …',
  error: 'Terjadi kesalahan. Silakan coba lagi.',
  unavailable: 'Tanggapan sedang tidak dapat ditampilkan.',
  own: 'pilihan Anda',
  send: 'Kirim',
  change: 'Ubah tanggapan',
  withdraw: 'Tarik tanggapan',
  retry: 'Coba lagi',
}
