/** Resolves when the page is really before somebody: not rendered ahead, not in a hidden tab. */
export async function whenShown(): Promise<void> {
  while (document.visibilityState === 'hidden') {
    await new Promise((resolve) => {
      for (const type of ['visibilitychange', 'prerenderingchange']) {
        document.addEventListener(type, resolve, { once: true })
      }
    })
  }
}
