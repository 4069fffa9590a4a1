import { isbot } from 'isbot'
import type { Agent } from '../domain/client/client.ts'

/**
 * Programs that people send requests with, by the name their user agent begins with. A closed
 * list: what is on it can be read in the README, and a vote that is on hold for it explained.
 */
const TOOLS = [
  ...['curl', 'wget', 'wget2', 'httpie', 'postmanruntime', 'insomnia'],
  ...['python', 'python-requests', 'python-urllib', 'python-httpx', 'aiohttp', 'scrapy'],
  ...['node', 'node-fetch', 'node.js', 'undici', 'axios', 'got', 'deno', 'bun'],
  ...['go-http-client', 'colly', 'okhttp', 'java', 'java-http-client', 'apache-httpclient'],
  ...['libwww-perl', 'lwp-trivial', 'php', 'guzzlehttp', 'ruby', 'faraday', 'rest-client'],
  ...['reqwest', 'hyper', 'ureq', 'dart', 'powershell', 'k6', 'autocannon', 'wrk', 'apachebench'],
]

const TOOL = new RegExp(`^\\s*($|(${TOOLS.join('|').replaceAll('.', '\\.')})([\\s/(;]|$))`, 'i')

/** Tells programs from browsers, as far as they are honest about it. */
export function agentOf(userAgent: string): Agent {
  if (TOOL.test(userAgent)) return 'tool'
  return isbot(userAgent) ? 'bot' : 'browser'
}
