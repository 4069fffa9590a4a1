import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { OPENSSL, programPath } from '../system-program.ts'

export interface Certificate {
  readonly certificate: string
  readonly key: string
}

/** Makes a certificate of localhost that nobody vouches for, and answers with its paths. */
export function makeCertificate(folder: string): Certificate {
  const certificate = join(folder, 'fullchain.pem')
  const key = join(folder, 'key.pem')
  const args = [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'],
    ...['-out', certificate, '-keyout', key],
  ]
  const { status, stderr } = spawnSync(programPath(OPENSSL), args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`openssl made no certificate:\n${stderr}`)
  return { certificate, key }
}
