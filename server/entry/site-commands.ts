import { articleKey } from '../../shared/article-key.ts'
import { localDay } from '../domain/local-day.ts'
import { siteFrom } from '../domain/site/new-site.ts'
import { createOriginBook } from '../domain/site/origin-book.ts'
import { createOriginRule } from '../domain/site/origin-rule.ts'
import { settingsFrom } from '../domain/site/typed-settings.ts'
import type { Site, Store } from '../store/store.ts'
import { SETTING_OPTIONS } from './setting-options.ts'
import { settingsEdit } from './settings-edit.ts'
import { type SiteCommand, siteNamed } from './site-command.ts'
import { VERIFICATION_COMMANDS } from './verification-commands.ts'

export const SITE_COMMANDS: Readonly<Record<string, SiteCommand>> = {
  list: { operands: [], options: [], prepare: () => listSites },
  add: {
    operands: ['KEY'],
    options: ['name', 'origin', 'zone'],
    prepare([key], { name, origin, zone }) {
      const typed = { key, name: name?.at(-1), origins: origin, zone: zone?.at(-1) }
      const site = siteFrom(typed, Math.floor(Date.now() / 1000))
      if ('faults' in site) throw new TypeError(site.faults.join('\n'))
      return (store) => addSite(store, site)
    },
  },
  origin: {
    operands: ['KEY', 'add|mirror|remove', 'ORIGIN'],
    options: [],
    prepare([key, wish = '', origin = '']) {
      if (!/^(add|mirror|remove)$/.test(wish)) throw new TypeError('Say add, mirror or remove.')
      return (store) => changeOrigin(store, key, wish, origin)
    },
  },
  show: {
    operands: ['KEY'],
    options: [],
    prepare:
      ([key]) =>
      async (store) =>
        settingsText(await siteNamed(store, key)),
  },
  set: {
    operands: ['KEY'],
    options: [...Object.keys(SETTING_OPTIONS), 'unset'],
    prepare([key], options) {
      const edit = settingsEdit(options)
      if (edit.empty) throw new TypeError('There is nothing to set.')
      return async (store) => {
        const site = await siteNamed(store, key)
        const settings = settingsFrom(edit.apply(site.settings), createOriginRule(site))
        const faults = [...edit.faults, ...('faults' in settings ? settings.faults : [])]
        if ('faults' in settings || faults.length > 0) {
          throw new TypeError(`${faults.join('\n')}\nNothing was changed.`)
        }
        const now = Date.now()
        const moment = { at: Math.floor(now / 1000), day: localDay(site.timeZone, now) }
        await store.setSettings(site.key, settings, moment)
        return settingsText({ settings })
      }
    },
  },
  close: closing(true),
  open: closing(false),
  ...VERIFICATION_COMMANDS,
}

/** Closes an article, so that it takes no more votes, or opens it again. */
function closing(closed: boolean): SiteCommand {
  return {
    operands: ['KEY', 'ARTICLE'],
    options: [],
    prepare:
      ([site, address = '']) =>
      async (store) => {
        const { homeHost, hostFor } = createOriginRule(await siteNamed(store, site))
        const key = articleKey(address, homeHost, hostFor)
        if (key === null) throw new TypeError(`${address} is no article of the site ${site}.`)
        const action = closed ? 'close-article' : 'open-article'
        const line = { at: Math.floor(Date.now() / 1000), actor: 'operator', action, note: '' }
        await store.setClosed({ site: `${site}`, key }, closed, {
          ...line,
          site: `${site}`,
          article: key,
        })
        return `${closed ? 'closed' : 'open'}  ${key}`
      },
  }
}

const REFUSED = {
  malformed: 'is not an origin such as https://desa.example.go.id.',
  taken: 'is an origin of that site already.',
  unknown: 'is no origin of that site.',
  primary: 'is the primary origin, which articles are named by: it stays.',
} as const

/** A mirror's articles are those of the primary origin's host. */
async function changeOrigin(
  store: Store,
  key: string | undefined,
  wish: string,
  origin: string,
): Promise<string> {
  const site = await siteNamed(store, key)
  const by = { at: Math.floor(Date.now() / 1000), actor: 'operator' }
  const book = createOriginBook(store, site, by)
  const change = await (wish === 'remove'
    ? book.remove(origin)
    : book.add(origin, wish === 'mirror'))
  if (change === 'done') return listSites(store)
  throw new TypeError(`${origin} ${REFUSED[change]} Nothing was changed.`)
}

async function listSites(store: Store): Promise<string> {
  const lines = (await store.readSites()).map(({ key, name, origins }) => {
    return `${key}  ${name}  ${origins.map(({ origin }) => origin).join(' ')}`
  })
  return lines.join('\n')
}

async function addSite(store: Store, site: Site): Promise<string> {
  const taken = (await store.readSites()).some(({ key }) => key === site.key)
  if (taken) throw new TypeError(`There is a site ${site.key} already; nothing was changed.`)
  await store.addSite(site)
  return listSites(store)
}

function settingsText({ settings }: Pick<Site, 'settings'>): string {
  return JSON.stringify(settings, null, 2)
}
