/** Of changes of what readers are asked, in Indonesian. */
export const ID_WORDING = {
  wordingTitle: 'Perubahan susunan kata',
  wordingKey:
    'Garis bernomor: sejak hari itu pertanyaan atau pilihan berbunyi lain. Hari itu dihitung dengan susunan kata baru.',
  wordingMark: (number: string, days: string) => `Susunan kata berubah (${number}): ${days}`,
  wordingField: (field: string, former: string, wording: string) =>
    `${field} “${former}” menjadi “${wording}”`,
  wordingQuestion: 'Pertanyaan',
  wordingLanguages: { id: 'Indonesia', en: 'Inggris', jv: 'Jawa', su: 'Sunda' },
  wordingWithin: (days: string) =>
    `Susunan kata pertanyaan atau pilihan berubah di tengah periode ini (${days}); penilaian sebelum dan sesudahnya menjawab hal yang berbeda.`,
  wordingReport: 'Angka sebelum dan sesudahnya, dalam laporan',
  wordingSince: (period: string) =>
    `Susunan kata tidak sama sejak ${period}; perbandingan dengannya bukan tentang hal yang sama.`,
  wordingOther: 'susunan kata lain',
  wordingText:
    'Yang ditanyakan tidak sama sepanjang periode yang dibandingkan. Di bawah ini kedua susunan kata, dengan angka sebelum dan sesudahnya terpisah. Hari perubahan dihitung dengan susunan kata baru.',
  wordingUntil: (day: string) => `Sampai ${day}`,
  wordingFrom: (day: string) => `Sejak ${day}`,
  wordingWhat: 'Bunyi',
  wordingParts: 'Angka menurut susunan kata',
  wordingAsked: 'Susunan kata',
  wordingSheet: 'Susunan kata',
  wordingFirst: 'Hari pertama',
  wordingLast: 'Hari terakhir',
}
