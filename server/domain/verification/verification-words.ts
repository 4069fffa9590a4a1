import type { VerificationFailure } from './verification-failure.ts'

/** What went wrong, and what to do about it. */
export interface FailureWords {
  readonly explanation: string
  readonly remedy: string
}

type Words = Readonly<Record<VerificationFailure, FailureWords>>

/** What helps wherever the site can't be asked. */
const BY_LIST = {
  id: 'Atau sahkan artikel dengan peta situs (sitemap) atau CSV.',
  en: 'Or verify its articles by a sitemap or a CSV.',
}

const say = (explanation: string, remedy: string): FailureWords => ({ explanation, remedy })

/** Each failure in both languages of the people who look after a site. */
export const VERIFICATION_WORDS: { readonly id: Words; readonly en: Words } = {
  id: {
    'no-origin': say(
      'Alamat ini tidak termasuk alamat asal situs.',
      'Tambahkan alamat asalnya bila memang milik situs ini.',
    ),
    'plain-http': say(
      'Situs ini hanya dapat dibuka tanpa https.',
      `Pasang https, atau izinkan intranet bila situs berada di jaringan sendiri. ${BY_LIST.id}`,
    ),
    unresolved: say(
      'Nama situs tidak ditemukan dari server ini.',
      `Periksa DNS server ini. ${BY_LIST.id}`,
    ),
    'private-address': say(
      'Nama situs menuju alamat jaringan pribadi.',
      'Izinkan intranet untuk situs ini bila memang berada di jaringan Anda sendiri.',
    ),
    'forbidden-address': say(
      'Nama situs menuju alamat yang tidak boleh diminta, juga di intranet.',
      `Beri situs itu alamat biasa. ${BY_LIST.id}`,
    ),
    unreachable: say(
      'Server situs tidak dapat dihubungi dari server ini.',
      `Periksa apakah situs hidup dan tembok api mengizinkan. ${BY_LIST.id}`,
    ),
    certificate: say(
      'Sertifikat situs tidak dapat dipercaya.',
      `Perbarui sertifikatnya; untuk sertifikat buatan sendiri jalankan server dengan NODE_EXTRA_CA_CERTS. ${BY_LIST.id}`,
    ),
    timeout: say(
      'Situs tidak menjawab lengkap dalam 5 detik.',
      `Dicoba lagi nanti. Bila tetap begitu, percepat situsnya. ${BY_LIST.id}`,
    ),
    'not-found': say(
      'Situs mengatakan halaman ini tidak ada.',
      'Tidak perlu apa-apa bila memang tidak ada; bila ada, periksa alamat yang dikirim halaman itu.',
    ),
    blocked: say(
      'Situs menolak permintaan server ini.',
      `Izinkan "Tanggapan" pada pelindung situs (WAF) dan halaman yang meminta masuk. ${BY_LIST.id}`,
    ),
    'server-error': say('Situs menjawab dengan galat.', 'Dicoba lagi nanti; periksa server situs.'),
    status: say(
      'Situs menjawab bukan dengan halaman.',
      `Periksa halaman itu di peramban. ${BY_LIST.id}`,
    ),
    'foreign-redirect': say(
      'Halaman dialihkan ke situs lain.',
      'Tambahkan alamat asal tujuan bila memang milik situs ini.',
    ),
    moved: say(
      'Halaman dialihkan ke alamat lain di situs ini.',
      'Tidak perlu apa-apa: yang dihitung sebagai artikel adalah alamat tujuannya.',
    ),
    redirects: say('Halaman dialihkan lebih dari tiga kali.', 'Perpendek pengalihannya.'),
    'not-html': say('Alamat ini bukan halaman HTML.', BY_LIST.id),
    'too-large': say(
      'Judul tidak ada dalam 512 KB pertama halaman.',
      `Letakkan judul di awal halaman. ${BY_LIST.id}`,
    ),
    'no-title': say('Halaman tidak berjudul.', 'Beri halaman <title> atau og:title.'),
    canonical: say(
      'Halaman menyebut artikel lain sebagai alamat resminya.',
      'Samakan canonical atau data-article, atau pilih --identity address. Tidak perlu apa-apa bila ini memang halaman ganda.',
    ),
  },
  en: {
    'no-origin': say(
      "This address is on none of the site's origins.",
      'Add its origin where it belongs to the site.',
    ),
    'plain-http': say(
      'The site is only there without https.',
      `Give it https, or allow the intranet where it stands in a network of yours. ${BY_LIST.en}`,
    ),
    unresolved: say(
      "This server finds no address for the site's name.",
      `Look at this server's DNS. ${BY_LIST.en}`,
    ),
    'private-address': say(
      "The site's name leads to an address of a private network.",
      'Allow the intranet for this site where that network is yours.',
    ),
    'forbidden-address': say(
      "The site's name leads to an address that is never asked, not even in an intranet.",
      `Give it an ordinary address. ${BY_LIST.en}`,
    ),
    unreachable: say(
      "This server can't reach the site's.",
      `See whether it runs and the firewall lets it through. ${BY_LIST.en}`,
    ),
    certificate: say(
      "The site's certificate can't be trusted.",
      `Renew it; for an authority of your own start the server with NODE_EXTRA_CA_CERTS. ${BY_LIST.en}`,
    ),
    timeout: say(
      'The site gave no whole answer within 5 seconds.',
      `It is tried again. If that goes on, the site wants to be faster. ${BY_LIST.en}`,
    ),
    'not-found': say(
      'The site says that there is no such page.',
      'Nothing to do where there is none; where there is, look at the address that the page sends.',
    ),
    blocked: say(
      'The site turns this server away.',
      `Let "Tanggapan" through its firewall (WAF), and past a sign-in. ${BY_LIST.en}`,
    ),
    'server-error': say(
      'The site answers with an error.',
      "It is tried again; see the site's server.",
    ),
    status: say(
      'The site answers with something that is no page.',
      `Look at the page in a browser. ${BY_LIST.en}`,
    ),
    'foreign-redirect': say(
      'The page leads to another site.',
      'Add the origin that it leads to where that belongs to this site.',
    ),
    moved: say(
      'The page leads to another address of this site.',
      'Nothing to do: the article is the address that it leads to.',
    ),
    redirects: say('The page leads on more than three times.', 'Shorten its redirects.'),
    'not-html': say('There is no HTML page at this address.', BY_LIST.en),
    'too-large': say(
      'There is no title in the first 512 KB of the page.',
      `Have it stand at the beginning. ${BY_LIST.en}`,
    ),
    'no-title': say('The page has no title.', 'Give it a <title> or og:title.'),
    canonical: say(
      'The page names another article as its canonical address.',
      'Let canonical link and data-article agree, or set --identity address. Nothing to do where the page is a double.',
    ),
  },
}
