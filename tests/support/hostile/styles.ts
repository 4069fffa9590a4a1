import type { HostilePage } from './hostile-page.ts'

const styled = (name: string, host: string, more: Partial<HostilePage> = {}): HostilePage => ({
  name: `styles/${name}`,
  host,
  outcome: 'votes',
  ...more,
})

/** Hosts whose styles are meant for everything, and readers who look in their own way. */
export const STYLES: readonly HostilePage[] = [
  styled('all-unset', 'takes every style from every element'),
  styled('bootstrap-3', 'is built with Bootstrap 3'),
  styled('content-box', 'sets every box to content-box and every margin to nothing'),
  styled('root-10px', 'has a root font of 10 px'),
  styled('root-62-percent', 'has a root font of 62.5 %, for easy sums'),
  styled('root-14px', 'has a root font of 14 px'),
  styled('root-20px', 'has a root font of 20 px'),
  styled('hidden-forms', 'hides every label, fieldset and input'),
  styled('important-forms', 'dresses labels, inputs and paragraphs with !important'),
  styled('dark', 'has light text on a dark ground'),
  styled('shouting', 'has capitals, wide letters, centred text and kept white space'),
  styled('tiny-text', 'has a text of 9 px'),
  styled('transformed', 'moves the article in by an animation and a transform'),
  styled('contained', 'contains the article and leaves off what is not in view'),
  styled('animated-inserts', 'animates whatever changes in the article'),
  styled('rtl', 'is written from right to left'),
  styled('print', 'is printed after it was read', {
    before: async (page) => {
      await page.emulateMedia({ media: 'print' })
      await page.emulateMedia({ media: null })
    },
  }),
  styled('forced-colours', 'is read with forced colours', { reader: { forcedColors: 'active' } }),
  styled('phone', 'is read at 320 px', { reader: { viewport: { width: 320, height: 568 } } }),
  styled('zoom', 'is read at 400 %', {
    reader: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  }),
]
