import type { Explanation } from '../explanation.ts'

/** Bahasa Indonesia. */
export const id: Explanation = {
  controller: 'Yang bertanggung jawab atas data ini: {name}, {contact}',
  sections: [
    {
      heading: 'Kali dilihat',
      text: 'Satu pembaca dihitung satu kali per artikel dalam 30 menit, dan hanya bila halaman benar-benar tampil. Memuat ulang halaman dalam waktu itu tidak menambah hitungan. Bila peramban menolak penyimpanan, setiap kunjungan dihitung.',
    },
    {
      heading: 'Penilaian',
      text: 'Satu peramban punya satu penilaian per artikel. Klik ganda, kiriman ulang, dan perubahan pilihan tetap satu penilaian yang sama. Penilaian yang ditarik langsung keluar dari hitungan. Setelah 180 hari sejak pertama diberikan, penilaian tidak dapat lagi diubah atau ditarik di sini.',
    },
    {
      heading: 'Persentase',
      text: 'Persentase dibulatkan secara adil: jumlah yang sama selalu tampil sama. Selama yang menjawab masih sedikit, hanya jumlah penilaian yang tampil, tanpa pembagiannya. Hitungan awal dari penghitung lama ikut dalam jumlah dan disebut tersendiri beserta sumber dan tanggalnya.',
    },
    {
      heading: 'Yang disimpan',
      text: 'Server menyimpan artikel, pilihan, harinya, jamnya untuk waktu singkat, dan sebuah kode yang dihitung dari angka acak milik peramban Anda. Kode itu berbeda untuk setiap artikel, sehingga tidak merangkaikan apa yang Anda baca. Nama, alamat internet, dan jenis peramban tidak disimpan. Tidak ada kuki. Peramban Anda menyimpan angka acak itu, pilihan Anda, kapan pertama kali diberikan, dan waktu kunjungan terakhir yang dihitung; juga tanggapan yang belum terkirim, sampai terkirim.',
    },
    {
      heading: 'Berapa lama',
      text: '180 hari setelah hari penilaian, kode itu dihapus dan dari penilaian hanya tersisa jumlahnya. Jam perubahan terakhir disimpan dua sampai tiga hari. Data di peramban Anda tersimpan sampai Anda menghapus data situs ini.',
    },
    {
      heading: 'Arti angka ini',
      text: 'Angka ini petunjuk dari pembaca yang memilih untuk menjawab satu pertanyaan. Angka ini bukan Survei Kepuasan Masyarakat (SKM) dan tidak mewakili seluruh warga.',
    },
  ],
}
