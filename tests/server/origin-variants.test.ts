import { expect, test } from 'vitest'
import { originVariants } from '../../server/domain/site/origin-variants.ts'

const told = (typed: string) =>
  originVariants(typed).map(({ origin, likely }) => `${likely ? '+' : '-'} ${origin}`)

test.each([
  ['https://desa.go.id/berita', 'https', 'http'],
  ['https://www.desa.go.id', 'https', 'http'],
  ['http://desa.go.id', 'http', 'https'],
])(
  '%s is offered by both schemes, with and without www., and by all subdomains',
  (typed, as, or) => {
    expect(told(typed)).toEqual([
      ...[`+ ${as}://desa.go.id`, `+ ${as}://www.desa.go.id`],
      ...[`- ${or}://desa.go.id`, `- ${or}://www.desa.go.id`, '- https://*.desa.go.id'],
    ])
  },
)

test.each([
  ['http://10.1.2.3:8080/', ['+ http://10.1.2.3:8080']],
  ['http://intranet', ['+ http://intranet']],
  ['https://[2001:db8::1]', ['+ https://[2001:db8::1]']],
  ['javascript:alert(1)', []],
  ['', []],
])('%s has no variants: %j', (typed, variants) => expect(told(typed)).toEqual(variants))
