import { readFileSync } from 'node:fs'

interface ProjectManifest {
  readonly version: string
  readonly description: string
  readonly license: string
  readonly devDependencies: Readonly<Record<string, string>>
}

/** What the elements import; the readers' script carries both. */
const IMPORTED = ['idb-keyval', 'lit']

/**
 * The package's own manifest. It is another one than the project's, whose dependencies are the
 * server's: a page that takes the element must not install a database.
 */
export function packageManifest(): object {
  const project = JSON.parse(readFileSync('package.json', 'utf8')) as ProjectManifest
  const entry = (name: string) => ({
    types: `./widget/${name}.d.ts`,
    default: `./widget/${name}.js`,
  })
  return {
    name: 'tanggapan-widget',
    version: project.version,
    // Until it has a home on a registry.
    private: true,
    description: project.description,
    license: project.license,
    type: 'module',
    exports: {
      '.': entry('index'),
      './define': entry('register'),
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    sideEffects: ['./widget/register.js'],
    customElements: 'custom-elements.json',
    dependencies: Object.fromEntries(
      // From what was tested on, so that a site that has Lit already needs no second one.
      IMPORTED.map((name) => [name, `^${project.devDependencies[name]}`]),
    ),
  }
}
