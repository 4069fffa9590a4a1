import type { DemoFiles } from '../routes/demo.ts'

const files = import.meta.glob<string>(['../../demo/**/*.{html,css}', '!../../demo/hostile/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The demo pages, carried in the program; the hostile ones need a site of their own. */
export const DEMO_FILES: DemoFiles = Object.fromEntries(
  Object.entries(files).map(([path, text]) => [path.replace('../../demo/', ''), text]),
)
