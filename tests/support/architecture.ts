import { posix } from 'node:path'
import { readSource } from './read-source.ts'

/** A file by its path from the project's folder. */
export interface Source {
  readonly path: string
  readonly text: string
}

interface House {
  /** Folders with a closing slash, or single files. */
  readonly home: readonly string[]
  /** What its files may import: folders, files, `npm:` packages with all they hold, `*`. */
  readonly may: readonly string[]
}

/** Who may call whom. The first house that fits is a file's own. */
const HOUSES: readonly House[] = [
  { home: ['shared/'], may: ['shared/'] },
  { home: ['widget/'], may: ['widget/', 'shared/', 'npm:lit', 'npm:idb-keyval'] },
  { home: ['server/domain/'], may: ['server/domain/', 'shared/', 'server/store/store.ts'] },
  {
    home: ['server/guards/'],
    may: ['server/guards/', 'server/domain/', 'shared/', 'npm:hono', 'npm:isbot'],
  },
  {
    home: ['server/routes/'],
    may: [
      ...['server/routes/', 'server/guards/', 'server/domain/', 'server/store/store.ts'],
      ...['shared/', 'npm:hono', 'npm:zod'],
    ],
  },
  { home: ['server/store/'], may: ['server/store/', 'shared/', 'npm:drizzle-orm'] },
  {
    // What better-auth does for us; nobody else knows it. The clock in it is its own.
    home: ['server/accounts/'],
    may: [
      ...['server/accounts/', 'server/domain/', 'server/store/', 'shared/'],
      ...['npm:better-auth', 'npm:drizzle-orm'],
    ],
  },
  {
    home: ['server/dashboard/'],
    may: [
      ...['server/dashboard/', 'server/accounts/accounts.ts', 'server/guards/', 'server/domain/'],
      ...['server/letters/'],
      ...['server/store/store.ts', 'shared/', 'npm:hono', 'npm:uqr', 'npm:fflate'],
      // Scales and shapes of pictures; neither knows a document.
      ...['npm:d3-scale', 'npm:d3-shape'],
    ],
  },
  {
    // What is sent by e-mail, drawn like a page.
    home: ['server/letters/'],
    may: [...['server/letters/', 'server/domain/', 'server/store/store.ts', 'shared/', 'npm:hono']],
  },
  { home: ['server/app.ts', 'server/config.ts'], may: ['server/', 'shared/', 'npm:hono'] },
  {
    // The one house that names a runtime or a driver; the widget comes to it as built files.
    home: ['server/entry/'],
    may: [
      ...['server/', 'shared/', 'demo/', 'dist/widget/', 'package.json'],
      ...['npm:hono', 'npm:@hono/node-server', 'npm:drizzle-orm', 'npm:@libsql/client'],
      ...[
        'npm:libsql',
        'npm:croner',
        'npm:htmlparser2',
        'npm:nodemailer',
        'npm:csv-parse',
        'npm:fflate',
        'npm:@cloudflare/workers-types',
      ],
      ...['node:*', 'cloudflare:*'],
    ],
  },
  { home: ['demo/'], may: [] },
  { home: ['tests/', 'tools/', 'web-test-runner.config.mjs'], may: ['*'] },
  {
    home: ['vite.config.ts', 'vitest.config.ts', 'drizzle.config.ts', 'eslint.config.js'],
    may: ['tools/vite/', 'package.json', 'npm:*', 'node:*'],
  },
]

/** Ways into drizzle that bring a driver along. */
const DRIVER = /^npm:drizzle-orm\/(?!sqlite-core|sqlite-proxy|errors)/

const NO_RUNTIME = ['shared/', 'widget/', 'server/']
const RUNTIME_HOUSE = 'server/entry/'
const TIMELESS = [
  ...['shared/', 'server/domain/', 'server/guards/', 'server/routes/', 'server/store/'],
  ...['server/accounts/', 'server/dashboard/', 'server/letters/'],
]
/** Run in an admin's browser, where there is nobody to hand anything in. */
const IN_BROWSER = ['server/dashboard/islands/']
const CLOCK_OR_CHANCE = /^(new Date|Date\(\)|Date\.now|Math\.random|performance\.|crypto\.|\w+\[)/
const DRAWER = /^(utils?|helpers?|common|types)$/
const SHORT = ['shared/', 'widget/', 'server/']
/** Of TypeScript; a stylesheet may be as long as what it draws. */
const MOST_LINES = 199

/** What these files do against the project's layout; each breach names file, thing and rule. */
export function breaches(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => {
    const { imports, globals } = readSource(source.path, source.text)
    return [
      ...importBreaches(source.path, imports),
      ...globalBreaches(source.path, globals),
      ...shapeBreaches(source),
    ]
  })
}

function importBreaches(path: string, imports: readonly string[]): readonly string[] {
  const house = HOUSES.find(({ home }) => within(path, home))
  if (!house) return [`${path}: stands in no house; give its folder one`]
  const rule = house.may.length === 0 ? 'nothing' : house.may.join(', ')
  const wrong = imports
    .filter((name) => !house.may.some((allowed) => matches(targetOf(path, name), allowed)))
    .map((name) => `${path}: imports ${name}; ${house.home.join(', ')} may import ${rule}`)
  if (!knowsNoRuntime(path)) return wrong
  const drivers = imports.filter((name) => DRIVER.test(targetOf(path, name)))
  return [
    ...wrong,
    ...drivers.map((name) => `${path}: imports ${name}; only ${RUNTIME_HOUSE} names a driver`),
  ]
}

function globalBreaches(path: string, globals: readonly string[]): readonly string[] {
  const runtime = knowsNoRuntime(path)
  const timeless = within(path, TIMELESS) && !within(path, IN_BROWSER)
  return globals.flatMap((name) => {
    if (name.startsWith('process')) {
      return runtime ? [`${path}: uses ${name}; only ${RUNTIME_HOUSE} knows its runtime`] : []
    }
    if (!timeless || !CLOCK_OR_CHANCE.test(name)) return []
    return [`${path}: uses ${name}; clock and chance are handed in from ${RUNTIME_HOUSE}`]
  })
}

function shapeBreaches({ path, text }: Source): readonly string[] {
  const drawer = path.split('/').find((part) => DRAWER.test(part.replace(/\..*$/, '')))
  const lines = text.replace(/\n$/, '').split('\n').length
  return [
    ...(drawer ? [`${path}: ${drawer} is a drawer; name a file for its one idea`] : []),
    ...(path.endsWith('.ts') && within(path, SHORT) && lines > MOST_LINES
      ? [`${path}: has ${lines} lines; a file has at most ${MOST_LINES}`]
      : []),
  ]
}

/** Where an import leads: a path from the project's folder, `npm:name`, or `node:name`. */
function targetOf(path: string, name: string): string {
  const file = name.replace(/\?.*$/, '')
  if (file.startsWith('.')) return posix.join(posix.dirname(path), file)
  if (file.startsWith('/')) return file.slice(1)
  return /^[a-z]+:/.test(file) ? file : `npm:${file}`
}

function knowsNoRuntime(path: string): boolean {
  return within(path, NO_RUNTIME) && !path.startsWith(RUNTIME_HOUSE)
}

function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))
}

function matches(target: string, allowed: string): boolean {
  if (allowed.endsWith('*')) return target.startsWith(allowed.slice(0, -1))
  if (allowed.endsWith('/')) return target.startsWith(allowed)
  return target === allowed || (allowed.startsWith('npm:') && target.startsWith(`${allowed}/`))
}
