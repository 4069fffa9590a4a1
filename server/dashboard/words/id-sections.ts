/** Of sections of a site, in Indonesian. */
export const ID_SECTIONS = {
  sectionsTitle: 'Bagian',
  sectionsLead: (named: number, found: number) =>
    `${named} bagian diberi nama, ${found} ditemukan dari alamat artikel.`,
  sectionsNamed: 'Yang diberi nama',
  sectionsNamedHint:
    'Awalan alamat yang ditetapkan admin. Awalan terpanjang yang cocok menentukan.',
  sectionsFound: 'Yang ditemukan dari alamat',
  sectionsFoundHint:
    'Dari bagian pertama jalur artikel yang tidak masuk bagian bernama. Beri nama atau penanggung jawab bila perlu.',
  sectionsNone:
    'Belum ada. Beri nama sebuah awalan agar bagian itu punya penanggung jawab sendiri.',
  sectionRest: 'Selain itu',
  sectionOffice: 'Penanggung jawab',
  sectionOfSite: (office: string) => `seperti situsnya: ${office}`,
  sectionAdd: 'Beri nama sebuah bagian',
  sectionChange: 'Ubah bagian',
  sectionAddress: 'Awalan alamat',
  sectionAddressHint:
    'Sebuah host atau awal jalur, misalnya dinkes.contoh.go.id atau https://contoh.go.id/kesehatan',
  sectionCheck: 'Lihat yang cocok',
  sectionMatches: (n: string, many: boolean) =>
    many ? `lebih dari ${n} artikel cocok.` : `${n} artikel cocok.`,
  sectionMatchesNone:
    'Belum ada artikel di bawahnya. Periksa ejaannya; bagian ini tetap boleh disimpan untuk artikel yang akan datang.',
  sectionMatchesMore: 'Beberapa di antaranya.',
  sectionDeeper: (names: string) =>
    `Di dalamnya sudah ada bagian bernama: ${names}. Artikelnya tetap di sana.`,
  sectionIsFound: 'Bagian ini ditemukan dari alamat. Setelah disimpan ia menjadi bagian bernama.',
  sectionName: 'Nama bagian',
  sectionConsequence:
    'Setelah disimpan, semua penilaian artikel ini dihitung untuk penanggung jawab itu di setiap periode, juga yang lama.',
  sectionSave: 'Simpan bagian',
  sectionSorting: 'Artikelnya dipilah ulang; angka mengikuti dalam beberapa menit.',
  sectionRemove: 'Hapus bagian ini',
  sectionRemoveTitle: 'Hapus bagian ini?',
  sectionRemoveName: (prefix: string) => `Hapus bagian ${prefix}`,
  sectionRemoveText:
    'Artikelnya kembali ke bagian yang memuatnya, atau ke situs. Semua penilaiannya ikut, juga yang lama; tidak ada yang hilang. Ini dapat dikembalikan.',
  sectionBack: (name: string, prefix: string) => `Kembalikan: ${name} (${prefix})`,
  faultSectionName: 'Isi nama, satu baris, paling banyak 200 karakter.',
  faultSectionAddress: 'Ini bukan alamat situs ini, atau hostnya belum termasuk asalnya.',
  doneSection: 'Bagian disimpan.',
  doneSectionRemoved: 'Bagian dihapus.',
}
