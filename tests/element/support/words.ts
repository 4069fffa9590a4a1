/** What an Indonesian reader reads; the tests know the survey by it. */
export const words = {
  question: 'Bagaimana Tanggapan Anda?',
  none: 'Belum ada penilaian.',
  thanks: 'Terima kasih atas tanggapan Anda.',
  withdrawn: 'Tanggapan Anda sudah ditarik.',
  closed: 'Penilaian artikel ini sudah ditutup.',
  sending: 'Mengirim …',
  error: 'Terjadi kesalahan. Silakan coba lagi.',
  unavailable: 'Tanggapan sedang tidak dapat ditampilkan.',
  send: 'Kirim',
  change: 'Ubah tanggapan',
  withdraw: 'Tarik tanggapan',
  retry: 'Coba lagi',
} as const
