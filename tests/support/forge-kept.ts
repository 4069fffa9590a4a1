import type { Page } from 'playwright-core'

/** Puts a value where the survey keeps its own, as any other script of the page's origin can. */
export async function forgeKept(page: Page, key: string, value: unknown): Promise<void> {
  await page.evaluate(
    ([key, value]) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('tanggapan')
        asked.onupgradeneeded = () => asked.result.createObjectStore('kept')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const writing = asked.result.transaction('kept', 'readwrite')
          writing.objectStore('kept').put(value, key)
          writing.oncomplete = () => {
            asked.result.close()
            resolve()
          }
          writing.onerror = () => reject(writing.error)
        }
      }),
    [key, value] as const,
  )
}

/** What the survey keeps under a key. */
export function readKept(page: Page, key: string): Promise<unknown> {
  return page.evaluate(
    (key) =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('tanggapan')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          const reading = asked.result.transaction('kept').objectStore('kept').get(key)
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            asked.result.close()
            resolve(reading.result)
          }
        }
      }),
    key,
  )
}
