/** Of follow-ups, in Indonesian. */
export const ID_FOLLOW_UPS = {
  navFollowUps: 'Tindak lanjut',
  followUpsTitle: 'Tindak lanjut',
  followUpsNone: 'Belum ada tindak lanjut.',
  followUpsNoneHere: 'Tidak ada tindak lanjut dengan saringan ini.',
  followUpsNext:
    'Catat apa yang dikeluhkan pembaca, apa yang akan dilakukan, oleh siapa, dan sampai kapan. Catatan ini ikut ke laporan triwulan.',
  followUpsOpen: (open: number, late: number) => {
    if (open === 0) return 'Semua tindak lanjut sudah selesai.'
    return late === 0
      ? `${open} tindak lanjut belum selesai, tidak ada yang terlambat.`
      : `${open} tindak lanjut belum selesai, ${late} di antaranya terlambat.`
  },
  followUpAdd: 'Tambah tindak lanjut',
  followUpSave: 'Simpan',
  followUpDone: 'Tandai selesai',
  followUpIssue: 'Masalah',
  followUpIssueHint:
    'Apa yang tidak memuaskan pembaca. Jangan tulis nama atau pengaduan seseorang.',
  followUpAction: 'Rencana tindakan',
  followUpOwner: 'Penanggung jawab',
  followUpDue: 'Tenggat',
  followUpStatus: 'Status',
  followUpAbout: 'Tentang',
  followUpArticle: 'Alamat artikel',
  followUpArticleHint: 'Kosongkan bila tentang seluruh situs atau perangkat daerah.',
  followUpSite: (name: string) => `Situs ${name}`,
  followUpOpened: 'Dicatat',
  followUpEnded: 'Berakhir',
  followUpChanged: 'Diubah',
  followUpAnswering: 'Perangkat daerah',
  followUpBy: (day: string, who: string) => `${day}, ${who}`,
  followUpLate: (days: number) => `terlambat ${days} hari`,
  followUpStatuses: {
    open: 'belum dimulai',
    'under-way': 'sedang dikerjakan',
    done: 'selesai',
    dropped: 'dibatalkan',
  },
  followUpsUnfinished: 'belum selesai',
  followUpsAll: 'semua',
  followUpsWhenever: 'kapan saja',
  followUpsOverdue: 'terlambat',
  followUpsWeek: 'dalam 7 hari',
  followUpsMonth: 'dalam 30 hari',
  followUpsEverything: 'semua',
  filter: 'Saring',
  next: 'Berikutnya',
  doneFollowUp: 'Tindak lanjut disimpan.',
  faultIssue: 'Isi masalahnya, paling banyak 300 karakter.',
  faultAction: 'Isi rencana tindakan, paling banyak 500 karakter.',
  faultOwner: 'Isi penanggung jawab, paling banyak 120 karakter.',
  faultDue: 'Isi tenggat sebagai tanggal, misalnya 2026-12-31.',
  faultStatus: 'Pilih status.',
  faultAbout: 'Pilih situs atau perangkat daerah.',
  faultArticle: 'Ini bukan alamat artikel situs itu, atau artikelnya belum dikenal server.',
}
