import { describe, expect, test } from 'vitest'
import { may, type Target, targetOfRole } from '../../server/domain/access/may.ts'
import {
  newLinkSecret,
  newSetupCode,
  PASS_LASTS,
  writtenSetupCode,
} from '../../server/domain/access/pass.ts'
import {
  accountFaults,
  emailFault,
  passwordFault,
  tidyEmail,
  tidyName,
} from '../../server/domain/access/typed-account.ts'
import type { Role } from '../../shared/role.ts'

describe('who may do what', () => {
  /** kabupaten > dinas > balai, and a district beside them. */
  const OFFICES = new Map([
    ['kabupaten', null],
    ['dinas', 'kabupaten'],
    ['balai', 'dinas'],
    ['tuban', null],
  ])
  const ACTIONS = ['see', 'edit', 'appoint', 'govern'] as const
  const SERVER: Target = { kind: 'server' }
  const office = (office: string): Target => ({ kind: 'office', office })
  const site = (site: string, office: string | null): Target => ({ kind: 'site', site, office })
  const allowed = (role: Role, target: Target) =>
    ACTIONS.filter((action) => may([role], action, target, OFFICES)).join(' ')

  const ADMIN: Role = { role: 'admin', office: 'dinas' }
  const EDITOR: Role = { role: 'editor', site: 'desa' }
  const VIEWER: Role = { role: 'viewer', site: 'desa' }

  test.each<readonly [Role, Target, string]>([
    [{ role: 'owner' }, SERVER, 'see edit appoint govern'],
    [{ role: 'owner' }, site('yatim', null), 'see edit appoint govern'],
    [ADMIN, SERVER, ''],
    [ADMIN, office('dinas'), 'see edit appoint'],
    [ADMIN, office('balai'), 'see edit appoint'],
    [ADMIN, office('kabupaten'), ''],
    [ADMIN, office('tuban'), ''],
    [ADMIN, office('tidak-ada'), ''],
    [ADMIN, site('desa', 'balai'), 'see edit appoint'],
    [ADMIN, site('desa', 'tuban'), ''],
    [ADMIN, site('yatim', null), ''],
    [EDITOR, site('desa', 'tuban'), 'see edit'],
    [EDITOR, site('desa', null), 'see edit'],
    [EDITOR, site('kota', 'dinas'), ''],
    [EDITOR, office('dinas'), ''],
    [EDITOR, SERVER, ''],
    [VIEWER, site('desa', null), 'see'],
    [VIEWER, site('kota', null), ''],
    [VIEWER, SERVER, ''],
  ])('%j at %j: %s', (role, target, actions) => {
    expect(allowed(role, target)).toBe(actions)
  })

  test('several roles add up, and none allows nothing', () => {
    expect(may([VIEWER, ADMIN], 'appoint', office('balai'), OFFICES)).toBe(true)
    expect(may([VIEWER, ADMIN], 'see', site('desa', null), OFFICES)).toBe(true)
    expect(may([VIEWER, ADMIN], 'edit', site('desa', null), OFFICES)).toBe(false)
    expect(may([], 'see', site('desa', null), OFFICES)).toBe(false)
  })

  test('offices in a ring are below each other, below nobody else, and hold nobody up', () => {
    const ring = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(may([{ role: 'admin', office: 'b' }], 'see', office('a'), ring)).toBe(true)
    expect(may([{ role: 'admin', office: 'c' }], 'see', office('a'), ring)).toBe(false)
  })

  test('whoever gives a role acts on where it holds', () => {
    const officeOf = (key: string) => (key === 'desa' ? 'balai' : null)
    expect(targetOfRole({ role: 'owner' }, officeOf)).toEqual(SERVER)
    expect(targetOfRole(ADMIN, officeOf)).toEqual(office('dinas'))
    expect(targetOfRole(EDITOR, officeOf)).toEqual(site('desa', 'balai'))
    expect(targetOfRole({ role: 'viewer', site: 'yatim' }, officeOf)).toEqual(site('yatim', null))
  })
})

describe('a pass', () => {
  test('works for a quarter of an hour, a week or a day', () => {
    expect(PASS_LASTS).toEqual({ setup: 900, invitation: 604_800, password: 86_400 })
  })

  test('that is typed has 60 random bits in three groups, without letters that are misread', () => {
    const drawn: number[] = []
    const code = newSetupCode((bytes) => {
      drawn.push(bytes)
      return Uint8Array.from({ length: bytes }, (_, i) => 20 + i * 33)
    })
    expect(drawn).toEqual([12])
    expect(code).toBe('MNPQ-RSTV-WXYZ')
    const all = newSetupCode(() => Uint8Array.from({ length: 32 }, (_, i) => i)).replaceAll('-', '')
    expect(all).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
  })

  test.each([
    ['abcd-efgh-jkmn', 'ABCD-EFGH-JKMN'],
    [' abcd efgh\tjkmn ', 'ABCD-EFGH-JKMN'],
    ['ABCDEFGHJKMN', 'ABCD-EFGH-JKMN'],
    ['oOiI-lL00-1111', '0011-1100-1111'],
    ['abcd', 'ABCD'],
    ['abc', ''],
    ['', ''],
  ])('typed as %j is read as %j', (typed, code) => {
    expect(writtenSetupCode(typed)).toBe(code)
  })

  test('in a link has 192 random bits', () => {
    const secret = newLinkSecret((bytes) => Uint8Array.from({ length: bytes }, (_, i) => i * 11))
    expect(secret).toBe('000b16212c37424d58636e79848f9aa5b0bbc6d1dce7f2fd')
  })
})

describe('an account', () => {
  test('is kept with a tidy name and a lower-case e-mail', () => {
    expect(tidyName('  Siti \n  Nur ́Aini ')).toBe('Siti Nur ́Aini')
    expect(tidyName('é')).toBe('é')
    expect(tidyEmail('  Ibu@Desa.GO.ID\n')).toBe('ibu@desa.go.id')
  })

  test.each(['a@b.id', 'ibu.siti+x@mail.desa.go.id', `${'a'.repeat(248)}@bb.id`])(
    'may be at %s',
    (email) => expect(emailFault(email)).toBeUndefined(),
  )

  test.each([
    ...['', 'ibu', '@desa.go.id', 'ibu@', 'ibu@desa', 'ibu@desa.', 'ibu@.id', 'ibu@desa..id'],
    ...['a b@desa.id', 'a@b@desa.id', '<a@desa.id>', 'a"@desa.id', 'ibu@de<sa.id', 'x ibu@desa.id'],
    `${'a'.repeat(249)}@bb.id`,
  ])('can’t be at %j', (email) => expect(emailFault(email)).toBe('email'))

  test.each([
    ['elevenchars', 'password-short'],
    ['twelve chars', undefined],
    // Two code units each, and one character to whoever types it.
    ['😀'.repeat(11), 'password-short'],
    ['😀'.repeat(128), undefined],
    ['x'.repeat(128), undefined],
    ['x'.repeat(129), 'password-long'],
    ['Kepala@Desa.go.id', 'password-name'],
    ['kepala@desa.go.id.', undefined],
  ])('with the password %j: %s', (password, fault) => {
    expect(passwordFault(password, 'kepala@desa.go.id')).toBe(fault)
  })

  test('is told every fault at once, in the order of its fields', () => {
    const right = { name: 'Siti', email: 'siti@desa.go.id', password: 'a long password' }
    expect(accountFaults(right)).toEqual([])
    expect(accountFaults({ ...right, name: 'x'.repeat(80) })).toEqual([])
    expect(accountFaults({ ...right, name: 'x'.repeat(81) })).toEqual(['name'])
    expect(accountFaults({ name: '', email: 'siti', password: 'short' })).toEqual([
      ...['name', 'email', 'password-short'],
    ])
  })
})
