import type { CycleSettings } from './cycle.entity'

/** What a cycle switches on for one unit: a kanwil can only score first what stands under it. */
export function settingsAt(row: {
  /** JSON */
  readonly settings: string
  readonly underKanwil: boolean | number
}): CycleSettings {
  const settings = JSON.parse(row.settings) as CycleSettings
  return { ...settings, preAssessment: settings.preAssessment && Boolean(row.underKanwil) }
}
