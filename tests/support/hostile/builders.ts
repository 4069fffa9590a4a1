import type { HostilePage } from './hostile-page.ts'

const built = (name: string, host: string, more: Partial<HostilePage> = {}): HostilePage => ({
  name: `builders/${name}`,
  host,
  outcome: 'votes',
  ...more,
})

/** Hosts that make the element themselves, or unmake it. */
export const BUILDERS: readonly HostilePage[] = [
  built('inner-html', 'makes the element by innerHTML before it is known'),
  built('create-element', 'makes the element by createElement and names the server last'),
  built('cloned', 'puts a copy of the element in its place'),
  built('moved', 'moves the element to and fro'),
  built('removed', 'takes away whatever is ours', { outcome: 'absent' }),
  built('re-added', 'takes the element out and puts it in again'),
]
