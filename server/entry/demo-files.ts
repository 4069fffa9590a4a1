import type { DemoFiles } from '../routes/demo.ts'

const files = import.meta.glob<string>('../../demo/**/*.{html,css}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The demo pages, carried in the program. */
export const DEMO_FILES: DemoFiles = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.replace('../../demo/', ''), text]),
)
