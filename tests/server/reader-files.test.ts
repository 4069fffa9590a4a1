import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressed } from '../../server/entry/compressed.ts'
import { READER_FILES } from '../../server/entry/reader-files.ts'
import { readerFileRoutes } from '../../server/routes/reader-files.ts'

const routes = readerFileRoutes(compressed(READER_FILES))

function get(path: string, encodings?: string): Response | Promise<Response> {
  const headers = encodings === undefined ? {} : { 'Accept-Encoding': encodings }
  return routes.fetch(new Request(`https://tanggapan.example${path}`, { headers }))
}

describe.each(READER_FILES.files.map(({ path, body }) => [path, body]))('%s', (path, body) => {
  test.each(['br', 'gzip, deflate, br', 'gzip;q=0.5, br;q=0.9'])(
    'is compressed for a browser that takes "%s"',
    async (encodings) => {
      const response = await get(path, encodings)
      expect(response.headers.get('Content-Encoding')).toBe('br')
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.length).toBeLessThan(body.length)
      expect(brotliDecompressSync(bytes).toString()).toBe(body)
    },
  )

  test.each([undefined, '', 'gzip', 'br;q=0', 'bright'])(
    'is plain for one that takes "%s"',
    async (encodings) => {
      const response = await get(path, encodings)
      expect(response.headers.get('Content-Encoding')).toBeNull()
      expect(await response.text()).toBe(body)
    },
  )
})
