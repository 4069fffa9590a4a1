/** A request to the admin API, right in whatever it doesn't say. */
export interface AdminRequest {
  /** With the query. */
  readonly path: string
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string | undefined
  /** Text to be sent as it is, or fields to be sent as JSON; a request with one is a POST. */
  readonly body?: unknown
  readonly method?: string
  /** Instead of the usual ones; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Such as `http://localhost:8787`. */
  readonly origin?: string
}

/** What a program sends over https. */
export function adminRequest(request: AdminRequest): Request {
  const { path, token, body, headers = {}, origin = 'https://tanggapan.example' } = request
  const { method = body === undefined ? 'GET' : 'POST' } = request
  const usual = {
    Authorization: token === undefined ? undefined : `Bearer ${token}`,
    'Content-Type': body === undefined ? undefined : 'application/json',
  }
  const sent = Object.entries({ ...usual, ...headers })
  return new Request(origin + path, {
    method,
    headers: sent.flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  })
}
