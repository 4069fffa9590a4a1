import { isMail } from './domain/alerts/typed-mails.ts'
import type { IpNetwork } from './domain/client/ip-network.ts'
import { LOOPBACK_NETWORKS, parseTrustedProxies } from './domain/client/trusted-proxies.ts'

/** What the server was told at its start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** `file:…` or `:memory:`. */
  readonly databaseUrl: string
  /** Folder of the database and the secret. */
  readonly dataDir: string
  /** Folder of the daily backups; undefined: none are made. */
  readonly backupDir: string | undefined
  /** Address that readers use, without a trailing slash; undefined: the one they asked. */
  readonly publicUrl: string | undefined
  /** Undefined: the server keeps one of its own in the data folder. */
  readonly secret: string | undefined
  /** Networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly IpNetwork[]
  readonly logLevel: LogLevel
  /** How e-mail is sent; undefined: none is. */
  readonly mail: MailConfig | undefined
}

/** The server that takes e-mail, and whom it is from. */
export interface MailConfig {
  /** `smtp://…` or `smtps://…`, perhaps with a name and a password. */
  readonly url: string
  /** `tanggapan@example.go.id`, or the same behind a name: `Tanggapan <…>`. */
  readonly from: string
}

const LOG_LEVELS = ['silent', 'error', 'info'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Names every fault of a configuration at once; its message is for the console. */
export class ConfigError extends Error {
  override name = 'ConfigError'

  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`ConfigError: ${faults.join('; ')}`)
    this.faults = faults
  }
}

export type Variables = Readonly<Record<string, string | undefined>>

/** Fewest characters of a secret. */
export const SHORTEST_SECRET = 32

/** A value, or what is wrong with it: the rest of a sentence that begins with its name. */
type Read<T> = { readonly value: T } | { readonly fault: string }

/**
 * Reads the configuration from environment variables; everything has a default.
 * @throws ConfigError with every fault found
 */
export function readConfig(variables: Variables): Config {
  const faults: string[] = []

  function read<T>(name: string, fallback: T, parse: (text: string) => Read<T>): T {
    const text = variables[name]
    if (text === undefined || text === '') return fallback
    const outcome = parse(text)
    if ('value' in outcome) return outcome.value
    faults.push(`${name} ${outcome.fault}`)
    return fallback
  }

  const dataDir = variables['DATA_DIR'] || 'data'
  const config: Config = {
    port: read('PORT', 8787, parsePort),
    host: variables['HOST'] || '127.0.0.1',
    databaseUrl: read('DATABASE_URL', `file:${dataDir}/tanggapan.db`, parseDatabaseUrl),
    dataDir,
    backupDir: variables['BACKUP_DIR'] || undefined,
    publicUrl: read<string | undefined>('PUBLIC_URL', undefined, parsePublicUrl),
    secret: read<string | undefined>('SECRET', undefined, parseSecret),
    trustedProxies: read('TRUSTED_PROXIES', LOOPBACK_NETWORKS, parseProxies),
    logLevel: read<LogLevel>('LOG_LEVEL', 'info', parseLogLevel),
    mail: mailFrom(
      read<string | undefined>('SMTP_URL', undefined, parseSmtpUrl),
      read<string | undefined>('MAIL_FROM', undefined, parseMailFrom),
    ),
  }
  if (variables['SMTP_URL'] && !variables['MAIL_FROM']) faults.push(needs('MAIL_FROM', 'SMTP_URL'))
  if (variables['MAIL_FROM'] && !variables['SMTP_URL']) faults.push(needs('SMTP_URL', 'MAIL_FROM'))
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}

function parsePort(text: string): Read<number> {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return { value: port }
  return { fault: 'is not a port number from 0 to 65535' }
}

function parseDatabaseUrl(text: string): Read<string> {
  if (text === ':memory:' || (text.startsWith('file:') && text.length > 5)) return { value: text }
  return { fault: 'is not file:PATH or :memory: (remote databases are not supported yet)' }
}

function parsePublicUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/'
  if (!plain || url.search || url.hash || url.username) {
    return { fault: 'is not an origin such as https://tanggapan.example.go.id' }
  }
  return { value: url.origin }
}

function parseSecret(text: string): Read<string> {
  if (text.length >= SHORTEST_SECRET) return { value: text }
  return { fault: `is shorter than ${SHORTEST_SECRET} characters` }
}

function parseProxies(text: string): Read<readonly IpNetwork[]> {
  const outcome = parseTrustedProxies(text)
  if ('networks' in outcome) return { value: outcome.networks }
  const wrong = outcome.wrong.map((part) => JSON.stringify(part)).join(', ')
  return { fault: `has ${wrong}, which is no network such as 10.0.0.0/8 and no address` }
}

function parseLogLevel(text: string): Read<LogLevel> {
  const level = LOG_LEVELS.find((known) => known === text)
  return level ? { value: level } : { fault: `is not one of ${LOG_LEVELS.join(', ')}` }
}

function needs(missing: string, given: string): string {
  return `${missing} is missing, which goes with ${given}`
}

function mailFrom(url: string | undefined, from: string | undefined): MailConfig | undefined {
  return url !== undefined && from !== undefined ? { url, from } : undefined
}

/** A fault never repeats it: there may be a password within. */
function parseSmtpUrl(text: string): Read<string> {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return { value: text }
  return { fault: 'is not smtp://HOST:PORT or smtps://HOST:PORT' }
}

function parseMailFrom(text: string): Read<string> {
  const [, address = text] = /^[^<>"\p{Cc}]{1,80}<([^<>]+)>$/u.exec(text) ?? []
  if (isMail(address)) return { value: text }
  return { fault: 'is not an address such as Tanggapan <tanggapan@example.go.id>' }
}
