/** A product of others that stands under articles, as its package brings it to readers. */
export interface Product {
  /** The package's name on the npm registry. */
  readonly name: string
  readonly version: string
  /** What a page always loads of the package, as its own instructions say. */
  readonly files: readonly string[]
  /** True where the files import others, which a page then loads as well. */
  readonly bundled?: boolean
  /** What a reader loads beyond it, which the package does not tell. */
  readonly beyond?: string
}

export const PRODUCTS: readonly Product[] = [
  {
    name: 'applause-button',
    version: '4.0.5',
    files: ['dist/applause-button.js', 'dist/applause-button.css'],
  },
  {
    name: 'giscus',
    version: '1.6.0',
    files: ['dist/giscus.mjs'],
    bundled: true,
    beyond: 'and a page of giscus.app in a frame',
  },
  { name: 'artalk', version: '2.9.1', files: ['dist/Artalk.js', 'dist/Artalk.css'] },
  { name: '@waline/client', version: '3.13.0', files: ['dist/waline.js', 'dist/waline.css'] },
]
