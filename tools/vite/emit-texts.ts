import type { Plugin } from 'vite'

/**
 * Puts JSON files into the output: texts that a script fetches only where they are asked for.
 * @param texts what each holds, by its name from the output's folder
 */
export function emitTexts(texts: Readonly<Record<string, object>>): Plugin {
  return {
    name: 'emit-texts',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const [fileName, text] of Object.entries(texts)) {
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(text) })
      }
    },
  }
}
