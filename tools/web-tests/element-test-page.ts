import type { WebTestRun } from './web-test-run.ts'

/** The page that every file of tests runs on; it shows no program at work, as readers' do. */
export function elementTestPage(framework: string, { server }: WebTestRun): string {
  return `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="server" content="${server}">
    <title>Berita</title>
    <link rel="icon" href="data:,">
    <script>Object.defineProperty(navigator, 'webdriver', { get: () => false })</script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`
}
