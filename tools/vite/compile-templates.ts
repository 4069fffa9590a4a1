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
    transform: (code, id) =>
      id.endsWith('.ts') && code.includes('html`') ? { code: compile(code), map: null } : null,
  }
}

/** A module in JavaScript with its templates prepared, each on one line. */
export function compile(source: string): string {
  // The compiler knows templates by the package that they come from.
  const known = source.replace("'lit/html.js'", "'lit-html'")
  return slim(ts.transpileModule(known, OPTIONS).outputText)
}

/**
 * The compiler's output with the kinds of parts imported by name, and without the tag that marks
 * a template's text for a check which the trimmed lit-html has no use for.
 */
function slim(code: string): string {
  return code
    .replace(/import \* as \w+ from "lit-html\/private.*\n/, '')
    .replace(
      /const \{(.*)\} = \w+\._\$LH;/,
      (_, parts: string) => `import {${parts.replace(/:/g, ' as')}} from 'lit-html';`,
    )
    .replace(/const b_1 = .*\n/, '')
    .replace(/\bb_1 (`[^`]*`)/g, (_, text: string) => `[${text.replace(/\s*\n\s*/g, ' ')}]`)
}
