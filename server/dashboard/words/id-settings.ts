/** Of a site's settings, in Indonesian. */
export const ID_SETTINGS = {
  settingsTitle: 'Pengaturan',
  settingSave: 'Simpan pengaturan',
  doneSettings: 'Pengaturan disimpan. Pembaca melihatnya paling lambat dalam setengah menit.',
  preview: 'Pratinjau',
  previewHint:
    'Skrip yang sama dengan milik pembaca, dengan angka contoh. Tidak ada yang dihitung atau dikirim dari sini.',
  settingZoneHint:
    'Menentukan kapan hari situs ini berganti. Angka yang sudah ada tetap di harinya.',
  settingResultsFrom: 'Hasil tampil mulai berapa penilaian',
  settingResultsFromHint: '1 sampai 50. Kosong berarti 5.',
  settingResults: 'Kapan pembaca melihat hasil',
  settingResultsShown: {
    '': 'selalu (bawaan)',
    always: 'selalu',
    'after-vote': 'setelah menilai',
    never: 'tidak pernah',
  },
  settingLanguage: 'Bahasa',
  settingLanguageHint: 'Untuk halaman yang tidak menyebut bahasanya.',
  settingLanguages: {
    '': 'menurut halaman (bawaan)',
    id: 'Indonesia',
    en: 'Inggris',
    jv: 'Jawa',
    su: 'Sunda',
  },
  settingIdentity: 'Artikel dikenali dari',
  settingIdentityHint:
    'Pilih alamat halaman bila templat memberi banyak halaman satu alamat canonical yang sama.',
  settingIdentities: { '': 'alamat canonical (bawaan)', address: 'alamat halaman' },
  settingSwitches: {
    responseRate: 'Tampilkan berapa persen yang melihat artikel lalu menilai',
    publicPage: 'Halaman publik: siapa pun boleh melihat angka situs ini dan mengambil datanya',
  },
  settingController: 'Penanggung jawab data',
  settingControllerHint:
    'Disebut dalam penjelasan bagi pembaca. Isi keduanya atau kosongkan keduanya.',
  settingControllerName: 'Nama instansi',
  settingControllerContact: 'Surel atau alamat https',
  settingFollowUp: 'Tautan setelah Tidak Puas',
  settingFollowUpHint:
    'Misalnya ke LAPOR!. Alamatnya https, di host situs ini atau lapor.go.id. Isi keduanya atau kosongkan keduanya.',
  settingFollowUpText: 'Teks tautan',
  settingFollowUpUrl: 'Alamat tautan',
  settingWording: 'Kata-kata sendiri',
  settingWordingHint:
    'Kosong berarti kata bawaan. Paling banyak 80 karakter. Arti dan nilai keempat pilihan tidak berubah.',
  settingQuestion: 'Pertanyaan',
  settingLabels: {
    'sangat-puas': 'Label Sangat Puas',
    puas: 'Label Puas',
    'cukup-puas': 'Label Cukup Puas',
    'tidak-puas': 'Label Tidak Puas',
  },
  settingFaults: {
    resultsFrom: 'Isi angka bulat 1 sampai 50, atau kosongkan.',
    results: 'Pilih kapan hasil tampil.',
    language: 'Pilih bahasa.',
    identity: 'Pilih cara artikel dikenali.',
    'followUp.text': 'Isi teks tautan, paling banyak 80 karakter.',
    'followUp.url': 'Isi alamat https di host situs ini atau lapor.go.id.',
    'controller.name': 'Isi nama instansi, paling banyak 120 karakter.',
    'controller.contact': 'Isi surel atau alamat https.',
    wording: 'Isi paling banyak 80 karakter teks, atau kosongkan.',
  },
}
