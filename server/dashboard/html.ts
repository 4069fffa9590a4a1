import { html as written } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A piece of a page; what is put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export const html = written

/** Nothing, where a page may have something. */
export const NOTHING: readonly Html[] = []
