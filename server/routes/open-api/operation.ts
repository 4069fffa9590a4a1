import * as z from 'zod'
import { PROBLEMS, type ProblemType } from '../../../shared/problem.ts'

/** A JSON Schema of the dialect that OpenAPI 3.1 uses. */
export type Schema = Readonly<Record<string, unknown>>

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

/** A body or an answer by its content type. */
type Content = Readonly<Record<string, { readonly schema: Schema }>>

/** What a path does under one method, as OpenAPI 3.1 writes it. */
export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required: true; readonly content: Content }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content }>
  >
}

/** The operations of a path by their methods in lower case. */
export type PathItem = Readonly<Record<string, Operation>>

/** The schema of a type of zod, as it is sent (`input`) or answered (`output`). */
export function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

/** The refusals that an operation may give, by their status, with the types behind each. */
export function refusals(types: readonly ProblemType[]): Operation['responses'] {
  const byStatus = new Map<number, ProblemType[]>()
  for (const type of types) {
    const { status } = PROBLEMS[type]
    byStatus.set(status, [...(byStatus.get(status) ?? []), type])
  }
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return Object.fromEntries(
    [...byStatus].map(([status, among]) => {
      const said = among.map((type) => `\`${type}\`: ${PROBLEMS[type].title}`)
      return [String(status), { description: said.join(' '), content }]
    }),
  )
}
