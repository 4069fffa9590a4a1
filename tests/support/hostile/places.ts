import type { HostilePage } from './hostile-page.ts'

const placed = (name: string, host: string, more: Partial<HostilePage> = {}): HostilePage => ({
  name: `places/${name}`,
  host,
  outcome: 'votes',
  ...more,
})

/** Hosts that have an odd place for the survey. */
export const PLACES: readonly HostilePage[] = [
  placed('flex', 'has the script in a flex row'),
  placed('flex-placeholder', 'has the placeholder alone in a flex row'),
  placed('grid', 'has the script in a grid'),
  placed('tab', 'shows the place only when a tab is opened'),
  placed('paragraph', 'has the script within a sentence'),
  placed('details', 'has the script in folded details'),
  placed('table', 'is laid out by a table'),
  placed('float', 'floats a picture beside it'),
  placed('columns', 'sets the article in two columns'),
  placed('table-row', 'has the script straight in a table row'),
  placed('link', 'has the script in a bold link'),
  placed('form', 'has the script in a form of its own'),
  placed('dialog', 'has the script in a dialog'),
  placed('shadow', 'makes the element in a component of its own'),
]
