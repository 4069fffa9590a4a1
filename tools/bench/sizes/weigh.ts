import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { brotliSize } from '../../brotli-size.ts'
import { fetchedPackage } from './fetched-package.ts'
import { PRODUCTS, type Product } from './product.ts'

/** What a reader's browser loads for a product. */
export interface Weight {
  readonly name: string
  /** What was weighed, and what was not. */
  readonly files: string
  /** Of the files together, each compressed by itself; why there is none where that failed. */
  readonly bytes: number | string
}

/** Ours as built, then those of others. It never rejects: npm may be out of reach. */
export async function weighAll(): Promise<readonly Weight[]> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const own = ['widget.js', 'count.js'].map((file) => ({
    name: `tanggapan ${version}`,
    files: file,
    bytes: brotliSize(join('dist', 'widget', file)),
  }))
  return [...own, ...(await Promise.all(PRODUCTS.map(weigh)))]
}

async function weigh(product: Product): Promise<Weight> {
  const { name, version, files, bundled, beyond } = product
  const said = files.map((file) => basename(file)).join(', ') + (bundled ? ' with its imports' : '')
  const weight = { name: `${name} ${version}`, files: beyond ? `${said}, ${beyond}` : said }
  try {
    const folder = fetchedPackage(name, version)
    const paths = files.map((file) => join(folder, file))
    const loaded = bundled ? await bundle(folder, paths) : paths
    return { ...weight, bytes: loaded.reduce((sum, path) => sum + brotliSize(path), 0) }
  } catch (reason) {
    return { ...weight, bytes: (reason as Error).message.split('\n')[0] ?? 'failed' }
  }
}

/** Scripts with all that they import, minified as ours are by the build alone. */
async function bundle(folder: string, input: string[]): Promise<readonly string[]> {
  const outDir = join(folder, 'bundled')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].js' } },
    },
  })
  return input.map((path) => join(outDir, basename(path).replace(/\.\w+$/, '.js')))
}
