import { newId } from '../../src/db/ids'
import { FindingRuling } from '../../src/findings/finding.entity'
import type { RulingOutcome } from '../../src/findings/finding-outcomes'
import { loadRules } from '../findings/rules-at-work'
import { openOffice, type Office } from '../roster/roster-office'
import { tokenIn, type Browser } from '../support/house'

/** A satker whose findings are read, and the administrator of the centre before the rules. */
export interface RulesOffice extends Office {
  readonly book: string
  readonly centre: Browser
  /** So many words of an evaluator on findings of a rule. */
  rule(rule: string, outcome: RulingOutcome, times: number, about?: string): Promise<void>
}

export async function openRulesOffice(): Promise<RulesOffice> {
  const office = await openOffice()
  const { house } = office
  return {
    ...office,
    book: await loadRules(house),
    centre: await office.browserOf('centre'),
    async rule(rule, outcome, times, about = outcome) {
      const rows = Array.from({ length: times }, (_, place) => ({
        id: newId(),
        assessmentId: office.assessment,
        rule,
        about: `${about} ${place}`,
        grounds: 'x',
        level: 'waspada',
        outcome,
        reason: 'Sudah diperiksa di tempat.',
        ruledBy: office.people.evaluator.id,
        ruledAs: 'evaluator',
        ruledAt: house.now.toISOString(),
      }))
      await house.database.inTransaction(() => house.database.insert(FindingRuling, rows))
    },
  }
}

const decoded = (html: string) =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x60;', '`')
    .replaceAll('&amp;', '&')

/** The fields of the form that posts to an address, as they stand on a page. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const forms = html.split('<form ').filter(form => form.includes(`method="post" action="${action}"`))
  const form = forms.find(one => one.includes('name="aturan"')) ?? forms[0] ?? ''
  const inputs = [...form.split('</form>')[0]!.matchAll(/<input[^>]*>/g)].map(([input]) => input)
  return Object.fromEntries(
    inputs.map(input => [
      /name="([^"]*)"/.exec(input)?.[1] ?? '',
      decoded(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
    ]),
  )
}

/** Sends the form of a page with some fields typed otherwise, with the line ends of a browser. */
export function sendForm(
  agent: Browser,
  html: string,
  action: string,
  typed: Readonly<Record<string, string>> = {},
) {
  const fields = Object.entries({ ...fieldsOf(html, action), ...typed, _csrf: tokenIn(html) })
  return agent
    .post(action)
    .type('form')
    .send(Object.fromEntries(fields.map(([name, value]) => [name, value.replace(/\r?\n/g, '\r\n')])))
}

/** The text of a page without its markup. */
export const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
