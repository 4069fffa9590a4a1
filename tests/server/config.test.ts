import { expect, test } from 'vitest'
import { type Config, ConfigError, readConfig, type Variables } from '../../server/config.ts'

function faultsOf(variables: Variables): readonly string[] {
  try {
    readConfig(variables)
  } catch (reason) {
    if (reason instanceof ConfigError) return reason.faults
    throw reason
  }
  return []
}

/** The configuration with its networks as text. */
function readable({ trustedProxies, ...config }: Config) {
  return { ...config, trustedProxies: trustedProxies.map(({ text }) => text) }
}

test('without a variable everything has a default', () => {
  expect(readable(readConfig({}))).toEqual({
    port: 8787,
    host: '127.0.0.1',
    databaseUrl: 'file:data/tanggapan.db',
    dataDir: 'data',
    backupDir: undefined,
    publicUrl: undefined,
    secret: undefined,
    trustedProxies: ['127.0.0.0/8', '::1/128'],
    logLevel: 'info',
    mail: undefined,
  })
})

test('an empty variable is none', () => {
  const names = [
    ...['PORT', 'HOST', 'DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'SECRET', 'TRUSTED_PROXIES'],
    ...['LOG_LEVEL', 'SMTP_URL', 'MAIL_FROM'],
  ]
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfig({}))
})

test('the database is in the data folder unless it is named', () => {
  expect(readConfig({ DATA_DIR: '/srv/data' }).databaseUrl).toBe('file:/srv/data/tanggapan.db')
  const named = { DATA_DIR: '/srv/data', DATABASE_URL: ':memory:' }
  expect(readConfig(named)).toMatchObject({ databaseUrl: ':memory:', dataDir: '/srv/data' })
})

test('everything can be set', () => {
  const variables = {
    PORT: '0',
    HOST: '0.0.0.0',
    DATABASE_URL: 'file:/srv/x.db',
    DATA_DIR: '/srv',
    BACKUP_DIR: '/mnt/backups',
    PUBLIC_URL: 'https://tanggapan.example.go.id/',
    SECRET: 'x'.repeat(32),
    TRUSTED_PROXIES: '10.0.0.0/8, 192.168.7.9,FD00:0:0::/8 , ::ffff:172.16.0.0/108',
    LOG_LEVEL: 'silent',
    SMTP_URL: 'smtps://nama:rahasia@surat.example.go.id:465',
    MAIL_FROM: 'Tanggapan <tanggapan@example.go.id>',
  }
  expect(readable(readConfig(variables))).toEqual({
    port: 0,
    host: '0.0.0.0',
    databaseUrl: 'file:/srv/x.db',
    dataDir: '/srv',
    backupDir: '/mnt/backups',
    publicUrl: 'https://tanggapan.example.go.id',
    secret: 'x'.repeat(32),
    trustedProxies: ['10.0.0.0/8', '192.168.7.9/32', 'fd00::/8', '172.16.0.0/12'],
    logLevel: 'silent',
    mail: {
      url: 'smtps://nama:rahasia@surat.example.go.id:465',
      from: 'Tanggapan <tanggapan@example.go.id>',
    },
  })
})

const PORT_FAULT = 'PORT is not a port number from 0 to 65535'
const DATABASE_FAULT =
  'DATABASE_URL is not file:PATH or :memory: (remote databases are not supported yet)'
const URL_FAULT = 'PUBLIC_URL is not an origin such as https://tanggapan.example.go.id'
const SECRET_FAULT = 'SECRET is shorter than 32 characters'
const proxyFault = (wrong: string) =>
  `TRUSTED_PROXIES has ${wrong}, which is no network such as 10.0.0.0/8 and no address`
const SMTP_FAULT = 'SMTP_URL is not smtp://HOST:PORT or smtps://HOST:PORT'
const FROM_FAULT = 'MAIL_FROM is not an address such as Tanggapan <tanggapan@example.go.id>'
const LEVEL_FAULT = 'LOG_LEVEL is not one of silent, error, info'

test.each([
  ['PORT', 'http', PORT_FAULT],
  ['PORT', '-1', PORT_FAULT],
  ['PORT', '65536', PORT_FAULT],
  ['PORT', '80.5', PORT_FAULT],
  ['PORT', '0x50', PORT_FAULT],
  ['PORT', ' 80', PORT_FAULT],
  ['DATABASE_URL', 'libsql://db.example', DATABASE_FAULT],
  ['DATABASE_URL', 'file:', DATABASE_FAULT],
  ['DATABASE_URL', 'tanggapan.db', DATABASE_FAULT],
  ['PUBLIC_URL', 'tanggapan.example.go.id', URL_FAULT],
  ['PUBLIC_URL', 'ftp://tanggapan.example.go.id', URL_FAULT],
  ['PUBLIC_URL', 'https://example.go.id/tanggapan', URL_FAULT],
  ['PUBLIC_URL', 'https://example.go.id/?x', URL_FAULT],
  ['PUBLIC_URL', 'https://example.go.id/#x', URL_FAULT],
  ['PUBLIC_URL', 'https://nama@example.go.id', URL_FAULT],
  ['SECRET', 'x'.repeat(31), SECRET_FAULT],
  ['TRUSTED_PROXIES', 'nginx', proxyFault('"nginx"')],
  ['TRUSTED_PROXIES', '10.0.0.0/8,', proxyFault('""')],
  ['TRUSTED_PROXIES', '10.0.0.0/8 ::1', proxyFault('"10.0.0.0/8 ::1"')],
  ['TRUSTED_PROXIES', '10.0.0.1/8,::1,10.0.0.0/33', proxyFault('"10.0.0.1/8", "10.0.0.0/33"')],
  ['TRUSTED_PROXIES', '0.0.0.0/0', proxyFault('"0.0.0.0/0"')],
  ['LOG_LEVEL', 'debug', LEVEL_FAULT],
])('%s=%s is refused', (name, value, fault) => {
  expect(faultsOf({ [name]: value })).toEqual([fault])
})

test.each([
  ['surat.example.go.id:25', SMTP_FAULT],
  ['https://surat.example.go.id', SMTP_FAULT],
  ['smtp://', SMTP_FAULT],
])('SMTP_URL=%s is refused', (url, fault) => {
  expect(faultsOf({ SMTP_URL: url, MAIL_FROM: 'a@example.go.id' })).toEqual([fault])
})

test.each([
  'tanggapan',
  'a@b',
  'a@b.go.id, c@d.go.id',
  'A\r\nBcc: x <a@b.go.id>',
  '"A" <a@b.go.id>',
])('MAIL_FROM=%s is refused', (from) => {
  expect(faultsOf({ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: from })).toEqual([FROM_FAULT])
})

test('of the mail server and the sender neither goes without the other', () => {
  expect(faultsOf({ SMTP_URL: 'smtp://127.0.0.1' })).toEqual([
    'MAIL_FROM is missing, which goes with SMTP_URL',
  ])
  expect(faultsOf({ MAIL_FROM: 'a@example.go.id' })).toEqual([
    'SMTP_URL is missing, which goes with MAIL_FROM',
  ])
})

test('all faults are named at once', () => {
  const variables = {
    PORT: 'x',
    DATABASE_URL: 'x',
    PUBLIC_URL: 'x',
    SECRET: 'x',
    TRUSTED_PROXIES: 'x',
    LOG_LEVEL: 'x',
  }
  const faults = [
    ...[PORT_FAULT, DATABASE_FAULT, URL_FAULT, SECRET_FAULT],
    ...[proxyFault('"x"'), LEVEL_FAULT],
  ]
  expect(faultsOf(variables)).toEqual(faults)
  expect(() => readConfig(variables)).toThrow(`ConfigError: ${faults.join('; ')}`)
})

test('a fault never repeats the secret', () => {
  expect(faultsOf({ SECRET: 'hunter2' }).join()).not.toContain('hunter2')
  expect(faultsOf({ SMTP_URL: 'ftp://a:hunter2@b' }).join()).not.toContain('hunter2')
})
