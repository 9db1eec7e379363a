import type { RegisterAlert, RegisterSummary } from '../registers/register-entry'
import { formatCount } from '../web/format/number'
import { EXTERNAL_TWIN, sampleOf, type SurveyRow } from './survey-facts'

/** The year so far for the hub: how many rounds, which are too small, and what an internal one cannot stand in for. */
export function surveysSummary(rounds: readonly SurveyRow[], href: string): RegisterSummary {
  const short = rounds.filter(round => sampleOf(round).missing > 0).length
  return {
    count: `${formatCount(rounds.length)} survei tahun ini`,
    alerts: [
      ...(short > 0
        ? [{ text: `${formatCount(short)} survei kurang responden`, href, tone: 'warn' as const }]
        : []),
      ...lackingTwins(rounds).map(({ internal, external }): RegisterAlert => ({
        text: `${internal} ada, ${external} eksternal belum`,
        href: `${href}?jenis=${internal}`,
        tone: 'warn',
      })),
    ],
  }
}

/** External surveys that are lacking while an internal one asks the same, each once. */
export function lackingTwins(
  rounds: readonly SurveyRow[],
): { readonly internal: string; readonly external: string }[] {
  const kinds = new Set(rounds.map(({ kind }) => kind))
  const lacking = new Map(
    [...kinds].flatMap(kind => {
      const twin = EXTERNAL_TWIN[kind]
      return twin !== null && !kinds.has(twin) ? [[twin, kind] as const] : []
    }),
  )
  return [...lacking].map(([external, internal]) => ({ internal, external }))
}
