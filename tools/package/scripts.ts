import { build } from 'vite'
import { ENTRIES } from './entries.ts'

/**
 * Builds the package's modules into a folder, one for each source. Packages stay imports, so
 * that a site that uses Lit itself loads it once; names and lines stay for whoever debugs.
 */
export async function buildScripts(outDir: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      cssMinify: true,
      // The syntax of the oldest browsers that the readers' script is for.
      target: ['chrome91', 'firefox78', 'safari14'],
      lib: { entry: [...ENTRIES], formats: ['es'] },
      rolldownOptions: {
        external: /^[a-z@]/,
        output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: fileNameOf },
      },
    },
  })
}

/** A stylesheet is a module too, and must not take the name of the script beside it. */
function fileNameOf({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  return /\.css\b/.test(facadeModuleId ?? '') ? '[name].css.js' : '[name].js'
}
