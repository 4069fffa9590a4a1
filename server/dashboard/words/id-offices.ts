/** Of offices and sections, in Indonesian. */
export const ID_OFFICES = {
  navOffices: 'Perangkat daerah',
  officesTitle: 'Perangkat daerah',
  office: 'Perangkat daerah',
  officesNone: 'Belum ada perangkat daerah yang dapat Anda lihat.',
  officesNoneNext:
    'Tambahkan yang teratas, misalnya kabupaten, lalu dinas di bawahnya. Sesudah itu beri tiap situs atau bagiannya kepada yang bertanggung jawab.',
  gradeShort: 'Mutu',
  sincePrevious: 'Dari periode lalu',
  sinceLastYear: 'Dari tahun lalu',
  answersNote:
    'Penilaian dijumlahkan dari semua yang di bawahnya; indeks tidak dirata-ratakan. Di bawah indeks: rentang keyakinan 95 %. Huruf mutu mulai 30 penilaian, dan bukan SKM. Perubahan disebut nyata hanya bila kedua rentang tidak bertemu.',
  officeWithin: 'Bagian dari',
  officeBelow: 'Di bawahnya',
  officeItself: 'sendiri, tanpa yang di bawahnya',
  officeSites: 'Situs',
  section: 'Bagian',
  officeSections: 'Bagian situs',
  officeSectionOf: (section: string, site: string) => `${section} (${site})`,
  officeNothing: 'Belum ada situs atau bagian situs yang menjadi tanggung jawabnya.',
  officeReport: 'Laporan periode ini',
  officeFollowUps: 'Tindak lanjut',
  officeArrange: 'Ubah perangkat daerah ini',
}
