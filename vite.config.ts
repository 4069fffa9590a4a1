import { defineConfig } from 'vite'
import { collapseTemplates } from './tools/vite/collapse-templates.ts'
import { compileTemplates } from './tools/vite/compile-templates.ts'
import { emitTexts } from './tools/vite/emit-texts.ts'
import { minifyAgain } from './tools/vite/minify-again.ts'
import { READER_TEXTS } from './tools/vite/reader-texts.ts'
import { trimLit } from './tools/vite/trim-lit.ts'

/**
 * Three programs come out of one `vite build --app`, in this order, because the later
 * ones carry the earlier: the readers' script, the Node server, the Workers server.
 */
export default defineConfig({
  publicDir: false,
  appType: 'custom',
  plugins: [
    trimLit(),
    collapseTemplates(),
    compileTemplates(),
    minifyAgain(),
    emitTexts(READER_TEXTS),
  ],
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'node', 'edge']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    client: {
      // Lit's own production build, whatever NODE_ENV the build runs under.
      resolve: { conditions: ['production', 'browser', 'import', 'module', 'default'] },
      build: {
        outDir: 'dist/widget',
        // Chrome from 87: until 91 it only stumbles over `a?.b(...c, d)`, and nobody here says that
        // (crbug.com/42201552). Lowering every `?.` for it would cost 2 % of the script.
        target: ['chrome91', 'firefox78', 'safari14'],
        // Prefixes for hatching in print would serve nobody else.
        cssTarget: 'esnext',
        modulePreload: false,
        rolldownOptions: {
          input: 'widget/define.ts',
          output: {
            // A classic script: only such a one is told its own place on the page.
            format: 'iife',
            entryFileNames: 'widget.js',
            // Where it can't even begin (a policy against trusted types, a page that has taken
            // the browser's own functions away) there is no survey, and no error either.
            intro: 'try{',
            outro: '}catch{}',
          },
        },
      },
    },
    node: {
      consumer: 'server',
      build: {
        outDir: 'dist/node',
        target: 'node20',
        ssr: true,
        minify: false,
        rolldownOptions: {
          input: {
            node: 'server/entry/node.ts',
            cli: 'server/entry/cli.ts',
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
          output: { entryFileNames: '[name].js' },
          external: [/^node:/, /^cloudflare:/],
        },
      },
    },
  },
})
