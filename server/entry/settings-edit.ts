import { SETTING_OPTIONS, type SettingChange } from './setting-options.ts'

/** What somebody typed after each option, in order. */
type TypedOptions = Readonly<Record<string, readonly string[] | undefined>>

/** Changes of settings as they were typed; the settings that come of them are judged elsewhere. */
interface SettingsEdit {
  /** Options without the form they have, and names of no setting. */
  readonly faults: readonly string[]
  /** True where nothing was typed. */
  readonly empty: boolean
  apply(settings: unknown): unknown
}

/** Reads the setting options, and `unset` with the names of settings to take back. */
export function settingsEdit({ unset = [], ...typed }: TypedOptions): SettingsEdit {
  const faults: string[] = []
  const changes: SettingChange[] = []
  const take = (change: SettingChange | undefined, fault: string) => {
    if (change) changes.push(change)
    else faults.push(fault)
  }

  for (const name of unset) {
    const [option = '', ...where] = name.split(':')
    take(optionNamed(option)?.unset(where.join(':')), `--unset ${name}: there is no such setting.`)
  }
  for (const [option, texts = []] of Object.entries(typed)) {
    const known = optionNamed(option)
    for (const text of texts) take(known?.set(text), `--${option} ${text} is not ${known?.form}.`)
  }
  return {
    faults,
    empty: changes.length + faults.length === 0,
    apply: (settings) => changes.reduce(changed, settings),
  }
}

function optionNamed(name: string) {
  return Object.hasOwn(SETTING_OPTIONS, name) ? SETTING_OPTIONS[name] : undefined
}

function changed(settings: unknown, { path: [first, ...rest], value }: SettingChange): unknown {
  if (first === undefined) return value
  const present = settings as Readonly<Record<string, unknown>> | undefined
  return { ...present, [first]: changed(present?.[first], { path: rest, value }) }
}
