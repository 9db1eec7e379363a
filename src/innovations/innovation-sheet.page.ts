import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { registerLabel } from '../registers/register'
import type { RegisterUnit } from '../registers/register-unit'
import type { AgentOfChange } from '../roster/employee-facts'
import { formatDate } from '../web/format/date'
import type { SafeHtml } from '../web/html'
import type { PageModel } from '../web/view'
import type { InnovationRow } from './innovation-facts'
import { innovationPicture } from './innovation-picture'
import { innovationFactsInWords, measurementInWords } from './innovation-words'

declare module '../web/view' {
  interface Views {
    'innovations/sheet': InnovationSheetPage
  }
}

interface Fact {
  readonly label: string
  readonly value: string
}

export interface InnovationSheetPage extends PageModel {
  readonly backHref: string
  readonly over: string
  readonly heading: string
  readonly letterhead: { readonly organisation: string; readonly lines: readonly string[] }
  readonly facts: readonly Fact[]
  readonly measurement: readonly Fact[]
  readonly picture: SafeHtml | null
  readonly copies: readonly { readonly unit: string; readonly on: string }[]
  readonly signatures: {
    readonly heading: string
    readonly intro: string
    readonly people: readonly {
      readonly lines: readonly string[]
      readonly name: string
      readonly nip: string
    }[]
  }
  readonly foot: string
}

export interface SheetSetting {
  readonly unit: RegisterUnit
  readonly parts: PartNames
  readonly agents: readonly AgentOfChange[]
  readonly today: string
}

const DOTS = '.'.repeat(36)

/** An innovation on one sheet of paper, to be signed. */
export function innovationSheetPage(
  row: InnovationRow,
  { unit, parts, agents, today }: SheetSetting,
): InnovationSheetPage {
  const [organisation = unit.satkerName, ...lines] = unit.letterhead.split('\n').filter(Boolean)
  const said = (facts: readonly Fact[]) => facts.filter(({ value }) => value !== '')
  const shown = row.proofs.map(proof => `${registerLabel(proof.register)}: ${proof.title}`)
  return {
    title: `Profil inovasi ${row.name}`,
    current: 'register',
    sheet: 'registers',
    bodyClass: 'p-report',
    backHref: paths.innovation(row.id),
    over: 'Profil inovasi',
    heading: row.name,
    letterhead: { organisation, lines },
    facts: said(
      innovationFactsInWords(row, { parts, agents }).map(fact =>
        fact.label === 'Bukti kebutuhan' && shown.length > 0
          ? { ...fact, value: [...shown, row.proofLink].filter(Boolean).join('; ') }
          : fact,
      ),
    ),
    measurement: said(measurementInWords(row)),
    picture: innovationPicture(row, { forPrint: true }),
    copies: row.copies.map(copy => ({ unit: copy.unit, on: formatDate(copy.on) })),
    signatures: {
      heading: 'Pengesahan',
      intro: '',
      people: [
        { lines: ['Ketua tim ZI'], name: DOTS, nip: 'NIP' },
        { lines: [`Kepala ${unit.satkerName}`], name: DOTS, nip: 'NIP' },
      ],
    },
    foot: `Dicetak ${formatDate(today)} · ${unit.satkerName}`,
  }
}
