/**
 * Resolves when the page is really before somebody. A hidden tab and a page that is rendered
 * ahead are both hidden, and both tell when they no longer are.
 */
export async function whenShown(): Promise<void> {
  while (document.visibilityState === 'hidden') {
    await new Promise((resolve) =>
      document.addEventListener('visibilitychange', resolve, { once: true }),
    )
  }
}
