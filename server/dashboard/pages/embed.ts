import type { DashboardRoute } from '../dashboard-route.ts'
import { html, NOTHING } from '../html.ts'
import { siteTasks } from '../site-tasks.ts'
import type { Words } from '../words/words.ts'

/** The line that a site's templates need, and what else may be embedded. */
export const embedPage: DashboardRoute = {
  method: 'GET',
  path: '/sites/:site/embed',
  access: { action: 'see', on: 'site' },
  answer(act) {
    const { words, sites, path, publicAddress, origin, script } = act
    const site = sites.find(({ key }) => key === path['site'])
    if (!site) return { missing: true }
    const host = publicAddress.get() ?? origin
    const article = `${site.origins.find(({ role }) => role === 'primary')?.origin}/artikel`
    const own = `data-site="${site.key}"`
    const pinned = `<script async src="${host}/w/${script.version}/widget.js" integrity="${script.integrity}" crossorigin="anonymous" ${own}></script>`
    const counts = `<script async src="${host}/v1/count.js" ${own}></script>\n<tanggapan-count article="${article}"></tanggapan-count>`
    const body = html`${siteTasks(act, site.key)}
      <p class="lead">${words.embedLead}</p>
      ${snippet(words, 'line', words.embedLine, `<script async src="${host}/v1/widget.js" ${own}></script>`)}
      ${snippet(words, 'placeholder', words.embedPlaceholder, `<div class="tanggapan" data-article="${article}"></div>`, words.embedPlaceholderHint)}
      ${snippet(words, 'counts', words.embedCounts, counts)}
      ${snippet(words, 'pinned', words.embedPinned, pinned, words.embedPinnedHint(script.version))}
      <script src="/admin/copy.js" defer></script>`
    return { title: `${words.embedTitle}: ${site.name}`, body }
  },
}

/** Text to be copied: by its button where scripts run, else selected by hand. */
function snippet(words: Words, id: string, label: string, text: string, hint?: string) {
  return html`<div class="field"><label for="${id}">${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : NOTHING}
    <textarea class="snippet" id="${id}" readonly rows="${text.split('\n').length + 1}" spellcheck="false"
      aria-describedby="${hint ? `${id}-hint` : ''}">${text}</textarea>
    <p class="buttons"><button type="button" class="quiet" data-copies="${id}" data-said="${words.copied}"
      aria-label="${words.copyName(label)}" hidden>${words.copy}</button> <span role="status"></span></p></div>`
}
