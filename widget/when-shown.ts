type Prerenderable = Document & { readonly prerendering?: boolean }

/** Resolves when the page is really before somebody: not prerendered, not in a hidden tab. */
export async function whenShown(): Promise<void> {
  while ((document as Prerenderable).prerendering || document.visibilityState === 'hidden') {
    const event = (document as Prerenderable).prerendering
      ? 'prerenderingchange'
      : 'visibilitychange'
    await new Promise((resolve) => document.addEventListener(event, resolve, { once: true }))
  }
}
