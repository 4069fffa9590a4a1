import { ADMIN_PATHS_DESCRIBED } from './admin-paths.ts'
import type { PathItem, Schema } from './operation.ts'
import { PUBLIC_PATHS_DESCRIBED } from './public-paths.ts'
import { READER_PATHS } from './reader-paths.ts'
import { SCHEMAS } from './schemas.ts'

/** An OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), as far as ours goes. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly securitySchemes: Readonly<Record<string, Schema>>
  }
}

/** What this server's addresses ask for and answer. */
export function openApiDocument(): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tanggapan',
      version: '1',
      description:
        'A view counter and a four-level satisfaction vote under any article. A refusal is a problem document (RFC 9457) with a `type` of a closed list.',
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Readers', description: 'Asked by the pages of a site; cross-origin, no cookies.' },
      { name: 'Public', description: 'Open to anybody, of sites that have switched it on.' },
      { name: 'Admin', description: 'Asked by programs of an office, with a token, over https.' },
      { name: 'Operations', description: 'Asked by whoever runs the server.' },
    ],
    paths: { ...READER_PATHS, ...PUBLIC_PATHS_DESCRIBED, ...ADMIN_PATHS_DESCRIBED },
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of the admin API; one opens a single site, or all of them.',
        },
      },
    },
  }
}
