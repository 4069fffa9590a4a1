/** @returns what ends it; old browsers do not know every target */
export function listen(
  target: EventTarget | undefined,
  type: string,
  listener: () => void,
): () => void {
  target?.addEventListener(type, listener)
  return () => target?.removeEventListener(type, listener)
}
