/**
 * Waits for work no longer than some milliseconds. The work goes on all the same.
 * @throws what `late` makes, when it takes longer
 */
export async function within<T>(patience: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), patience)
  })
  try {
    return await Promise.race([work, waited])
  } finally {
    clearTimeout(timer)
  }
}
