import type { Picture } from './picture.ts'
import { SITE } from './site.ts'

/** A page of a site with nothing on it but the survey, and a little ground around it. */
export function sitePage({ lang = 'id', dir, attributes = '' }: Picture, article: string): string {
  return `<!doctype html>
<html lang="${lang}" ${dir ? `dir="${dir}"` : ''}>
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <link rel="icon" href="data:," />
  <title>Tanggapan</title>
  <style>
    :root { color-scheme: light dark }
    body { margin: 0; background: light-dark(#fff, #15191c); color: light-dark(#1b1f23, #e6eaed) }
    main { padding: 1rem }
  </style>
  <main>
    <tanggapan-survey site="${SITE}" article="${article}" ${attributes}></tanggapan-survey>
  </main>
  <script async src="/v1/widget.js"></script>
</html>`
}
