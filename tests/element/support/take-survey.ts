import { type Ground, type OpenedSurvey, show, startSurvey } from './open-survey.ts'

/**
 * How many surveys of new articles are opened ahead and out of sight. A vote is kept back until
 * its page token is two seconds old, which passes while other tests run.
 */
const AHEAD = 8
const ahead = new Map<Ground, Promise<OpenedSurvey>[]>()

/** A survey on the page, of an article of its own, that was opened some time ago. */
export async function takeSurvey(ground: Ground = 'light'): Promise<OpenedSurvey> {
  const waiting = ahead.get(ground) ?? []
  ahead.set(ground, waiting)
  while (waiting.length <= AHEAD) waiting.push(startSurvey({ ground }))
  // Nothing else goes on while a test does.
  await Promise.all(waiting)
  return show(await (waiting.shift() as Promise<OpenedSurvey>))
}
