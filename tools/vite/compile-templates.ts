import { compileLitTemplates } from '@lit-labs/compiler'
import ts from 'typescript'
import type { Plugin } from 'vite'

const OPTIONS = {
  compilerOptions: { target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true },
  transformers: { before: [compileLitTemplates()] },
}

/**
 * Prepares the templates of the readers' scripts as Lit's own compiler does, so that readers
 * need not load what would prepare them, nor wait for it.
 */
export function compileTemplates(): Plugin {
  return {
    name: 'compile-templates',
    enforce: 'pre',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('html`')) return null
      // The compiler knows templates by the package that they come from.
      const source = code.replace("'lit/html.js'", "'lit-html'")
      return { code: ts.transpileModule(source, OPTIONS).outputText, map: null }
    },
  }
}
