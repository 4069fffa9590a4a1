/** @param ms milliseconds; none or fewer is at the next turn of the event loop */
export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
