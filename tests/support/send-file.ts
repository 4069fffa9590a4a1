import type { DashboardBrowser } from './dashboard-browser.ts'

/** Sends a form with a file as a page of the dashboard itself does; headers change that. */
export async function sendFile(
  fetch: (request: Request) => Response | Promise<Response>,
  { origin, jar }: DashboardBrowser,
  path: string,
  file: string | Uint8Array,
  told: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(told)) form.set(name, value)
  form.set('file', new File([file as BlobPart], 'lama.csv'))
  const usual = { Origin: origin, 'Sec-Fetch-Site': 'same-origin', Cookie: jar.cookie }
  const init = { method: 'POST', body: form, headers: { ...usual, ...headers } }
  const reply = await fetch(new Request(origin + path, { ...init, redirect: 'manual' }))
  return { status: reply.status, to: reply.headers.get('Location'), text: await reply.text() }
}
