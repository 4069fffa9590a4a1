import { openApiDocument } from './document.ts'
import { referencePage } from './reference-page.ts'

/** The document as JSON, and the page that shows it to people. */
export async function openApiTexts(): Promise<{ readonly json: string; readonly page: string }> {
  const document = openApiDocument()
  return { json: JSON.stringify(document, null, 2), page: String(await referencePage(document)) }
}
