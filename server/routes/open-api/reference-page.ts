import { html, raw } from 'hono/html'
import type { OpenApiDocument } from './document.ts'
import type { Operation, Parameter } from './operation.ts'

type Html = ReturnType<typeof html>

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
html { background: light-dark(#ffffff, #15191c); color: light-dark(#1b1f23, #e6eaed) }
body { max-width: 75ch; margin: 0 auto; padding: 20px }
h2 { margin: 40px 0 12px; border-bottom: 1px solid; padding-bottom: 4px }
h3 { margin: 28px 0 4px; font-size: 16px; overflow-wrap: anywhere }
code, pre { font: 14px/1.5 ui-monospace, monospace }
pre { overflow: auto; padding: 12px; border: 1px solid }
summary { padding: 12px 0; cursor: pointer }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0 }
th { white-space: nowrap }
td { overflow-wrap: anywhere }
a { color: light-dark(#0b5fa5, #7ab8f5) }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid; outline-offset: 2px }
`

/** The document for people: every address with what it asks for, answers and refuses. */
export function referencePage(document: OpenApiDocument): Html {
  const { info, tags, components } = document
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: API</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<main>
<h1>${info.title}: API</h1>
<p>${marked(info.description)} For programs: <a href="/openapi.json">openapi.json</a>.</p>
${tags.map(
  ({ name, description }) => html`<h2>${name}</h2><p>${marked(description)}</p>
${operationsOf(document, name).map(([address, operation]) => described(address, operation))}`,
)}
<h2>Schemas</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) => html`<h3 id="${name}">${name}</h3>${json(schema, name)}`,
)}
</main>
</body>
</html>
`
}

function operationsOf({ paths }: OpenApiDocument, tag: string) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  )
}

function described(address: string, operation: Operation): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation
  return html`<section aria-labelledby="${operationId}">
<h3 id="${operationId}"><code>${address}</code></h3>
<p>${marked(summary)} ${marked(description ?? '')}</p>
${parameters.length > 0 ? parameterTable(parameters) : ''}
${Object.entries(requestBody?.content ?? {})
  .slice(0, 1)
  .map(([, { schema }]) => folded('Body', schema))}
${Object.entries(responses['200']?.content ?? {}).map(([type, { schema }]) => folded(`Answer, ${type}`, schema))}
<table><thead><tr><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>
${Object.entries(responses).map(
  ([status, response]) =>
    html`<tr><th scope="row">${status}</th><td>${marked(response.description)}</td></tr>`,
)}
</tbody></table>
</section>`
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Takes</th></tr></thead><tbody>
${parameters.map(
  ({ name, in: where, required, description = '', schema }) =>
    html`<tr><th scope="row"><code>${name}</code>${required ? ' *' : ''}</th><td>${where}</td>
<td>${marked(description)} <code>${JSON.stringify(schema)}</code></td></tr>`,
)}
</tbody></table>`
}

function folded(title: string, schema: object): Html {
  return html`<details><summary>${title}</summary>${json(schema, title)}</details>`
}

function json(value: object, name: string): Html {
  return html`<pre tabindex="0" role="region" aria-label="${name}">${JSON.stringify(value, null, 2)}</pre>`
}

/** Text in which what stands between backticks is code. */
function marked(text: string): readonly (Html | string)[] {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))
}
