/** What an Indonesian reader reads; the tests know the survey by it. */
export const words = {
  question: 'Bagaimana Tanggapan Anda?',
  none: 'Belum ada penilaian.',
  thanks: 'Terima kasih atas tanggapan Anda.',
  withdrawn: 'Tanggapan Anda sudah ditarik.',
  closed: 'Penilaian artikel ini sudah ditutup.',
  sending: 'Mengirim …',
  offline: 'Tidak ada koneksi internet. Tanggapan disimpan dan dikirim saat tersambung kembali.',
  final: 'Pilihan Anda sudah final.',
  error: 'Terjadi kesalahan. Silakan coba lagi.',
  unavailable: 'Tanggapan sedang tidak dapat ditampilkan.',
  send: 'Kirim',
  change: 'Ubah tanggapan',
  withdraw: 'Tarik tanggapan',
  retry: 'Coba lagi',
  explain: 'Bagaimana ini dihitung?',
} as const

/** The words of the choices. */
export const labels = {
  'sangat-puas': 'Sangat Puas',
  puas: 'Puas',
  'cukup-puas': 'Cukup Puas',
  'tidak-puas': 'Tidak Puas',
} as const
