import { existsSync } from 'node:fs'

/** A program of the system that the tests drive. */
export interface SystemProgram {
  readonly name: string
  /** Debian's package that has it. */
  readonly from: string
  /** The variable that may name its path. */
  readonly variable: string
  readonly places: readonly string[]
}

export const CHROMIUM: SystemProgram = {
  name: 'Chromium',
  from: 'chromium',
  variable: 'CHROMIUM',
  places: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
}

export const FIREFOX: SystemProgram = {
  name: 'Firefox',
  from: 'firefox-esr',
  variable: 'FIREFOX',
  places: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
}

/** Starts the small browser that WebKitGTK brings along. */
export const WEBKIT_DRIVER: SystemProgram = {
  name: 'WebKitWebDriver',
  from: 'webkit2gtk-driver',
  variable: 'WEBKIT_DRIVER',
  places: ['/usr/bin/WebKitWebDriver'],
}

/** A screen for WebKit, which has no headless mode. */
export const XVFB: SystemProgram = {
  name: 'Xvfb',
  from: 'xvfb',
  variable: 'XVFB',
  places: ['/usr/bin/Xvfb'],
}

/** A message bus for WebKit, whose processes find each other by it. */
export const DBUS: SystemProgram = {
  name: 'dbus-run-session',
  from: 'dbus',
  variable: 'DBUS_RUN_SESSION',
  places: ['/usr/bin/dbus-run-session'],
}

/** The two proxies that there are samples for. */
export const NGINX: SystemProgram = {
  name: 'nginx',
  from: 'nginx',
  variable: 'NGINX',
  places: ['/usr/sbin/nginx'],
}
export const CADDY: SystemProgram = {
  name: 'Caddy',
  from: 'caddy',
  variable: 'CADDY',
  places: ['/usr/bin/caddy'],
}

/** Makes the certificates of the proxies under test. */
export const OPENSSL: SystemProgram = {
  name: 'openssl',
  from: 'openssl',
  variable: 'OPENSSL',
  places: ['/usr/bin/openssl'],
}

/** Lets system calls fail, and records them. */
export const STRACE: SystemProgram = {
  name: 'strace',
  from: 'strace',
  variable: 'STRACE',
  places: ['/usr/bin/strace'],
}

const LINUX_ONLY = process.platform === 'linux' ? [STRACE] : []

export const SYSTEM_PROGRAMS = [
  ...[CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB, DBUS],
  ...[NGINX, CADDY, OPENSSL, ...LINUX_ONLY],
]

/** Where a program is on this machine, if anywhere. A path that a variable names is believed. */
export function findProgram({ variable, places }: SystemProgram): string | undefined {
  return process.env[variable] || places.find((path) => existsSync(path))
}

/** @throws where there is none: `npm test` installs it or says how */
export function programPath(program: SystemProgram): string {
  const path = findProgram(program)
  if (!path) throw new Error(`There is no ${program.name} here; npm test says how to get it.`)
  return path
}
