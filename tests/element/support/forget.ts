/** Makes a browser that was never here before of one that has seen other tests. */
export async function forget(): Promise<void> {
  try {
    const asked = indexedDB.deleteDatabase('tanggapan')
    await new Promise((done) => {
      for (const type of ['success', 'error', 'blocked']) asked.addEventListener(type, done)
    })
  } catch {
    // One that refuses storage has nothing to forget.
  }
}
