/** The engines that readers' browsers run on. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const

export type Engine = (typeof ENGINES)[number]

export function isEngine(value: unknown): value is Engine {
  return (ENGINES as readonly unknown[]).includes(value)
}
