import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPENSSL, programPath } from './system-program.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** A certificate for some hosts that vouches for itself: who is to believe it must be told. */
export function makeCertificate(...hosts: readonly string[]): Certificate {
  let remove: () => void = () => undefined
  const folder = temporaryFolder((now) => {
    remove = now
  })
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const names = hosts.map((host) => `DNS:${host}`).join(',')
  const kind = ['-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const subject = ['-days', '2', '-subj', `/CN=${hosts[0]}`, '-addext', `subjectAltName=${names}`]
  const args = ['req', ...kind, ...subject, '-keyout', key, '-out', cert]
  const { status, stderr } = spawnSync(programPath(OPENSSL), args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl made no certificate:\n${stderr}`)
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  remove()
  return made
}
