/** Addresses of the articles that polls were about, by the polls' numbers: `3 = /berita/7`, a line or a comma apart. */
export function pollsIn(typed: string, apart: RegExp): ReadonlyMap<string, string> {
  const named = typed.split(apart).map((line) => /^\s*(\d{1,15})\s*=(.*)$/.exec(line))
  return new Map(
    named.flatMap((line) => (line ? [[line[1] ?? '', line[2]?.trim() ?? ''] as const] : [])),
  )
}
