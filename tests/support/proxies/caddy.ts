import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CADDY, programPath } from '../system-program.ts'
import { runProxy, type StartProxy } from './running-proxy.ts'
import { replaced, sample } from './sample.ts'

/** Starts Debian's Caddy with the sample. */
export const startCaddy: StartProxy = (upstream, changes = {}) =>
  runProxy(programPath(CADDY), ({ folder, port, httpPort, certificate, key }) => {
    const file = join(folder, 'Caddyfile')
    const text = sample('Caddyfile', {
      '127.0.0.1:8787': `127.0.0.1:${upstream}`,
      'tanggapan.example.go.id {': 'localhost {',
      '# tls ': 'tls ',
      '/etc/ssl/tanggapan/fullchain.pem': certificate,
      '/etc/ssl/tanggapan/key.pem': key,
      // Ports, and a place apart from another Caddy that may run on this machine.
      '\tlog {': `\tadmin off\n\thttp_port ${httpPort}\n\thttps_port ${port}\n\tlog {`,
    })
    writeFileSync(file, replaced(text, changes))
    const variables = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    return { args: ['run', '--config', file, '--adapter', 'caddyfile'], variables }
  })
