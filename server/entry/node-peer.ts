import type { HttpBindings } from '@hono/node-server'
import type { PeerOf } from '../guards/client.ts'

/** The socket's other end. */
export const nodePeer: PeerOf = ({ env }) => (env as HttpBindings).incoming.socket.remoteAddress
