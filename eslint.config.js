import { configs as lit } from 'eslint-plugin-lit'
import a11y from 'eslint-plugin-lit-a11y'
import { configs as wc } from 'eslint-plugin-wc'
import { parser } from 'typescript-eslint'

/* Only what knows templates and elements; everything else is Biome's. */
export default [
  // What is built, and the copies that are mutated.
  { ignores: ['dist/'] },
  {
    files: ['widget/**/*.ts'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  ...[lit['flat/all'], wc['flat/best-practice'], a11y.configs.recommended].map((config) => ({
    ...config,
    files: ['widget/**/*.ts'],
  })),
]
