import { defineConfig, type EnvironmentOptions } from 'vite'
import manifest from './package.json' with { type: 'json' }
import { compileTemplates } from './tools/vite/compile-templates.ts'
import { emitTexts } from './tools/vite/emit-texts.ts'
import { minifyAgain } from './tools/vite/minify-again.ts'
import { READER_TEXTS } from './tools/vite/reader-texts.ts'
import { trimLit } from './tools/vite/trim-lit.ts'

/** A script that pages take from the server, as one file. */
function script(input: string, name: string): EnvironmentOptions {
  return {
    consumer: 'client',
    // Lit's own production build, whatever NODE_ENV the build runs under.
    resolve: { conditions: ['production', 'browser', 'import', 'module', 'default'] },
    build: {
      outDir: 'dist/widget',
      // Emptied before the first of them.
      emptyOutDir: name === 'widget.js',
      // Chrome from 87: until 91 it only stumbles over `a?.b(...c, d)`, and nobody here says that
      // (crbug.com/42201552). Lowering every `?.` for it would cost 2 % of the script.
      target: ['chrome91', 'firefox78', 'safari14'],
      // Prefixes for hatching in print would serve nobody else.
      cssTarget: 'esnext',
      modulePreload: false,
      rolldownOptions: {
        input,
        output: {
          // A classic script: only such a one is told its own place on the page.
          format: 'iife',
          entryFileNames: name,
          // Where it can't even begin (a policy against trusted types, a page that has taken the
          // browser's own functions away) there is nothing to see, and no error either. Around
          // the function: within it, a minifier would keep what nobody uses.
          banner: 'try{',
          footer: '}catch{}',
        },
      },
    },
  }
}

/**
 * Four programs come out of one `vite build --app`, in this order, because the later ones carry
 * the earlier: the readers' two scripts, the Node server, the Workers server.
 */
export default defineConfig({
  publicDir: false,
  appType: 'custom',
  plugins: [trimLit(), compileTemplates(), minifyAgain(), emitTexts(READER_TEXTS)],
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'count', 'node', 'edge']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    client: script('widget/define.ts', 'widget.js'),
    count: script('widget/define-count.ts', 'count.js'),
    node: {
      consumer: 'server',
      // What runs beside it is installed beside it; the rest is carried in the program, so that an
      // installation without tools to build and test with stays one: better-auth names them as its own.
      resolve: { noExternal: true, external: [...Object.keys(manifest.dependencies), 'libsql'] },
      build: {
        outDir: 'dist/node',
        target: 'node20',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: {
            node: 'server/entry/node.ts',
            cli: 'server/entry/cli.ts',
            operate: 'server/entry/operate.ts',
            copyist: 'server/entry/copyist.ts',
            'database-thread': 'server/entry/database-thread.ts',
          },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
        },
      },
    },
    edge: {
      consumer: 'server',
      resolve: {
        noExternal: true,
        conditions: ['workerd', 'worker', 'import', 'module', 'default'],
      },
      build: {
        outDir: 'dist/edge',
        target: 'es2023',
        ssr: true,
        minify: true,
        rolldownOptions: {
          input: { worker: 'server/entry/worker.ts' },
          // What other chunks share must not be exported by the Worker: its runtime takes every
          // export for a handler, and does not start.
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
          external: [/^node:/, /^cloudflare:/],
        },
      },
    },
  },
})
