/** What letters say, in Indonesian: the language that they were written in. */
export const LETTERS_ID = {
  server: 'server ini',
  alertSubject: {
    began: (what: string, name: string) => `Peringatan: ${what} (${name})`,
    ended: (what: string, name: string) => `Sudah berakhir: ${what} (${name})`,
    test: (what: string, name: string) => `Percobaan: ${what} (${name})`,
  },
  kinds: {
    index: 'indeks di bawah batas',
    burst: 'lonjakan penilaian ditahan',
    silence: 'tidak ada penilaian',
    backup: 'cadangan terlalu lama',
  },
  indexBegan: (name: string, high: string, bound: string) =>
    `Indeks kepuasan ${name} hampir pasti di bawah ${bound}: batas atas selang 95 % sekarang ${high}.`,
  indexEnded: (name: string, bound: string) =>
    `Indeks kepuasan ${name} tidak lagi dapat dikatakan di bawah ${bound}.`,
  indexFacts: {
    index: 'Indeks',
    interval: 'Selang 95 %',
    votes: 'Penilaian yang dihitung',
    days: 'Hari',
  },
  span: (from: string, to: string) => `${from} sampai ${to}`,
  none: 'tidak ada',
  indexNext: 'Lihat artikel yang perlu perhatian di laporan, lalu catat tindak lanjutnya.',
  burstBegan: (name: string, votes: string, articles: string) =>
    `${votes} penilaian di ${articles} artikel ${name} ditahan karena datang sebagai lonjakan. Selama ditahan, penilaian itu tidak ikut dihitung.`,
  burstNext: 'Periksa di halaman moderasi, lalu hitung atau keluarkan.',
  burstEnded: (name: string) =>
    `Tidak ada lagi penilaian ${name} yang ditahan sebagai lonjakan dan menunggu keputusan.`,
  silenceBegan: (name: string, days: number, before: string) =>
    `${name} tidak menerima penilaian selama ${days} hari terakhir, padahal dalam 28 hari sebelumnya ada ${before}.`,
  silenceNext: 'Periksa apakah baris kode Tanggapan masih terpasang di halaman artikel.',
  silenceEnded: (name: string) => `${name} menerima penilaian lagi.`,
  backupBegan: (hours: number, last: string) =>
    `Cadangan terakhir yang lulus uji lebih tua dari ${hours} jam: ${last}.`,
  backupNever: 'Belum ada cadangan yang lulus uji.',
  backupNext: 'Periksa BACKUP_DIR dan log server.',
  backupEnded: (last: string) => `Ada cadangan baru yang lulus uji: ${last}.`,
  test: 'Ini pesan percobaan. Tidak ada yang terjadi; bila aturan ini menyala, pesannya sampai ke alamat ini.',
  openRule: 'Buka aturan ini di dasbor',
  stopAlert: (name: string) =>
    `Anda menerima surat ini karena alamat Anda tercantum pada aturan peringatan ${name} di Tanggapan. Untuk berhenti, minta pengelola menghapus alamat Anda dari aturan itu. Surat ini tidak memuat pelacak.`,

  digestSubject: (name: string, from: string, to: string) => `Ringkasan ${name}: ${from} – ${to}`,
  digestLead: (satisfied: string, n: string) =>
    `${satisfied} dari ${n} penilaian minggu ini puas atau sangat puas.`,
  digestFew: (n: string) =>
    `Minggu ini hanya ada ${n} penilaian: terlalu sedikit untuk menyimpulkan.`,
  digestNone: 'Minggu ini tidak ada penilaian yang dihitung.',
  digestChange: {
    higher: (moved: string) => `Indeks naik nyata dari minggu sebelumnya (${moved}).`,
    lower: (moved: string) => `Indeks turun nyata dari minggu sebelumnya (${moved}).`,
    unclear: () => 'Indeks tidak berubah nyata dari minggu sebelumnya.',
  },
  thisWeek: 'Minggu ini',
  lastWeek: 'Minggu sebelumnya',
  shares: (best: string, good: string, fair: string, worst: string, n: string) =>
    `sangat puas ${best}, puas ${good}, cukup puas ${fair}, tidak puas ${worst} (${n} penilaian)`,
  noShares: 'belum ada penilaian',
  figures: {
    index: 'Indeks',
    votes: 'Penilaian yang dihitung',
    views: 'Dilihat',
    rate: 'Yang menilai dari yang melihat',
    pending: 'Penilaian yang ditahan',
  },
  beside: (now: string, before: string) => `${now}; minggu sebelumnya ${before}`,
  within: (index: string, low: string, high: string) => `${index} (95 %: ${low}–${high})`,
  movedTitle: 'Yang berubah nyata',
  movedNone: 'Tidak ada perangkat daerah atau rubrik yang indeksnya berubah melebihi selangnya.',
  moved: (name: string, before: string, now: string, moved: string, n: string) =>
    `${name}: ${before} → ${now} (${moved}; ${n} penilaian)`,
  attentionTitle: 'Perlu perhatian',
  attentionText:
    'Dalam 30 hari terakhir, dengan 30 penilaian atau lebih, batas atas indeksnya di bawah 76,61 (Baik).',
  attentionNone: 'Tidak ada rubrik atau artikel yang indeksnya hampir pasti di bawah Baik.',
  attention: (name: string, index: string, high: string, n: string) =>
    `${name}: indeks ${index}, batas atas ${high}, ${n} penilaian`,
  followUpsTitle: 'Tindak lanjut',
  followUpsDone: (count: number) => `Selesai minggu ini: ${count}`,
  followUpsOverdue: (count: number) => `Terlambat: ${count}`,
  followUpsNone: 'Tidak ada yang selesai minggu ini dan tidak ada yang terlambat.',
  done: (issue: string, owner: string, ended: string) => `${issue} – ${owner}, selesai ${ended}`,
  overdue: (issue: string, owner: string, due: string) => `${issue} – ${owner}, tenggat ${due}`,
  more: (count: number) => `dan ${count} lagi`,
  chainTitle: 'Rantai angka yang ditandatangani',
  chain: (site: string, number: number, day: string, hash: string) =>
    `${site}, mata rantai ${number} (${day}): ${hash}`,
  openReport: 'Buka laporan bulan ini',
  stopDigest: (name: string) =>
    `Anda menerima surat ini karena alamat Anda tercantum pada ringkasan mingguan ${name} di Tanggapan. Untuk berhenti, minta pengelola menghapus alamat Anda dari ringkasan itu. Surat ini tidak memuat pelacak.`,
}

/** What each language has to say. */
export type LetterWords = typeof LETTERS_ID
