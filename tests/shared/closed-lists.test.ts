import { expect, test } from 'vitest'
import { ALERT_KINDS, ALERT_STATES } from '../../shared/alert-kind.ts'
import { CHOICES, isChoice, SCORES } from '../../shared/choice.ts'
import { DROP_REASONS } from '../../shared/drop-reason.ts'
import {
  ENDED_STATUSES,
  FOLLOW_UP_STATUSES,
  UNFINISHED_STATUSES,
} from '../../shared/follow-up-status.ts'
import { isLanguage, LANGUAGES } from '../../shared/language.ts'
import * as paths from '../../shared/paths.ts'
import { isProblem, PROBLEMS } from '../../shared/problem.ts'
import { placeOf, ROLE_NAMES } from '../../shared/role.ts'
import { SEALED_AFTER_DAYS } from '../../shared/sealing.ts'
import { RESULTS_FROM } from '../../shared/site-settings.ts'
import { COUNTED, PENDING_REASONS, REASONS, STANDINGS } from '../../shared/standing.ts'
import { countVotes, NO_VOTES, poolVotes } from '../../shared/votes-by-choice.ts'

/*
 * What stands in rows, in copies of the script that sites keep, and in programs that read our
 * answers. Whoever changes a word here has to think of those first.
 */

test('the addresses of the readers’ contract are frozen', () => {
  expect(paths).toMatchObject({
    VIEWS_PATH: '/v1/views',
    VOTES_PATH: '/v1/votes',
    WITHDRAWALS_PATH: '/v1/withdrawals',
    WIDGET_PATH: '/v1/widget.js',
    COUNT_PATH: '/v1/count.js',
  })
  expect(paths.talliesPath('desa sukamaju/1')).toBe('/v1/sites/desa%20sukamaju%2F1/tallies')
  expect(paths.wordsPath('jv')).toBe('/v1/words/jv.json')
  expect(paths.explanationPath('su')).toBe('/v1/explanation/su.json')
})

test('there are four choices, from best to worst, and their scores', () => {
  expect(CHOICES).toEqual(['sangat-puas', 'puas', 'cukup-puas', 'tidak-puas'])
  expect(SCORES).toEqual({ 'sangat-puas': 4, puas: 3, 'cukup-puas': 2, 'tidak-puas': 1 })
  expect(CHOICES.every(isChoice)).toBe(true)
  expect(['Puas', 'puas ', 'netral', '', 0, 3, null, undefined, ['puas']].some(isChoice)).toBe(
    false,
  )
})

test('a vote counts, waits or is out, for one of these reasons', () => {
  expect(STANDINGS).toEqual(['counted', 'pending', 'excluded'])
  const pending = ['too-fast', 'token', 'automated', 'user-agent', 'network', 'rate', 'burst']
  expect(PENDING_REASONS).toEqual(pending)
  expect(REASONS).toEqual([...pending, 'expired', 'moderation'])
  expect(COUNTED).toEqual({ standing: 'counted', reason: null })
  expect(SEALED_AFTER_DAYS).toBe(180)
})

test('a view is not counted for one of these reasons', () => {
  expect(DROP_REASONS).toEqual([
    ...['no-origin', 'prefetch', 'automated', 'bot', 'user-agent', 'repeat', 'seen', 'rate'],
  ])
})

test('a refusal is one of these, with its status, and says in a sentence what is wrong', () => {
  const statuses = Object.entries(PROBLEMS).map(([type, { status }]) => `${status} ${type}`)
  expect(statuses.sort()).toEqual([
    ...['400 address', '400 article', '400 automated', '400 ballot', '400 choice', '400 json'],
    ...['400 page', '400 turn', '400 unknown-field', '400 value', '400 visit'],
    ...['401 token', '401 unauthorised', '403 fetch-mode', '403 insecure', '403 origin'],
    ...['404 not-found', '404 site', '405 method', '408 timeout', '409 closed', '413 body-size'],
    ...['415 content-type', '429 article-quota', '429 attempts', '429 busy', '429 rate'],
    ...['431 header-size', '500 fault', '503 storage'],
  ])
  const titles = Object.values(PROBLEMS).map(({ title }) => title)
  for (const title of titles) expect(title).toMatch(/^["A-Z].{15,}\.$/)
  expect(new Set(titles).size).toBe(titles.length)
  expect(isProblem({ problem: 'token' })).toBe(true)
  expect(isProblem({ choice: 'puas' })).toBe(false)
})

test('the survey speaks these languages', () => {
  expect(LANGUAGES).toEqual(['id', 'en', 'jv', 'su'])
  expect(LANGUAGES.every(isLanguage)).toBe(true)
  expect(['mad', 'ID', '', null, 1].some(isLanguage)).toBe(false)
})

test('a role holds everywhere, at an office or at a site', () => {
  expect(ROLE_NAMES).toEqual(['owner', 'admin', 'editor', 'viewer'])
  expect(placeOf({ role: 'owner' })).toBeNull()
  expect(placeOf({ role: 'admin', office: 'kabupaten' })).toBe('kabupaten')
  expect(placeOf({ role: 'editor', site: 'desa' })).toBe('desa')
  expect(placeOf({ role: 'viewer', site: 'desa' })).toBe('desa')
})

test('follow-ups and alerts are in one of these states', () => {
  expect(FOLLOW_UP_STATUSES).toEqual(['open', 'under-way', 'done', 'dropped'])
  expect(ENDED_STATUSES).toEqual(['done', 'dropped'])
  expect(UNFINISHED_STATUSES).toEqual(['open', 'under-way'])
  expect(ALERT_KINDS).toEqual(['index', 'burst', 'silence', 'backup'])
  expect(ALERT_STATES).toEqual(['ok', 'firing', 'resolved'])
})

test('votes are pooled choice by choice, and a distribution is shown from five', () => {
  const a = { 'sangat-puas': 14, puas: 2, 'cukup-puas': 1, 'tidak-puas': 3 }
  const b = { 'sangat-puas': 100, puas: 200, 'cukup-puas': 400, 'tidak-puas': 800 }
  expect(poolVotes(a, b)).toEqual({
    ...{ 'sangat-puas': 114, puas: 202, 'cukup-puas': 401, 'tidak-puas': 803 },
  })
  expect(poolVotes(a, NO_VOTES)).toEqual(a)
  expect(countVotes(a)).toBe(20)
  expect(countVotes(NO_VOTES)).toBe(0)
  expect(RESULTS_FROM).toBe(5)
})
