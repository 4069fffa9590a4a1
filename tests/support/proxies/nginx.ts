import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NGINX, programPath } from '../system-program.ts'
import { runProxy, type StartProxy } from './running-proxy.ts'
import { replaced, sample } from './sample.ts'

/** As Debian's own configuration goes before the sample: with an access log for everybody. */
function mainFile(folder: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/logs/error.log info;
events {}
http {
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  access_log ${folder}/logs/access.log;
  include ${folder}/conf.d/*.conf;
}
`
}

/** Starts Debian's nginx with the sample. */
export const startNginx: StartProxy = (upstream, changes = {}) =>
  runProxy(programPath(NGINX), ({ folder, port, httpPort, certificate, key }) => {
    mkdirSync(join(folder, 'conf.d'))
    mkdirSync(join(folder, 'logs'))
    const text = sample('nginx.conf', {
      '127.0.0.1:8787': `127.0.0.1:${upstream}`,
      'listen 80;': `listen 127.0.0.1:${httpPort};`,
      'listen [::]:80;': '',
      'listen 443 ': `listen 127.0.0.1:${port} `,
      'listen [::]:443 ssl http2;': '',
      'tanggapan.example.go.id': 'localhost',
      '/etc/ssl/tanggapan/fullchain.pem': certificate,
      '/etc/ssl/tanggapan/key.pem': key,
    })
    writeFileSync(join(folder, 'conf.d/tanggapan.conf'), replaced(text, changes))
    const main = join(folder, 'nginx.conf')
    writeFileSync(main, mainFile(folder))
    return { args: ['-c', main, '-e', join(folder, 'logs/error.log')] }
  })
