import type { LevelCount } from '../findings/findings.service'
import { VERDICT_WORDS } from '../findings/finding-words'
import { levelStatus } from '../findings/level-words'
import type { RulePrecision } from '../findings/rulings.service'
import { paths } from '../paths'
import type { Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import type { Status } from '../web/components/status'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import { KNOWN_RULES, RULE_FAMILIES, type KnownRule, type RuleFamilyKey } from './known-rules'
import {
  byPrecision,
  ENOUGH_RULINGS,
  isTelling,
  precisionWords,
  type PrecisionWords,
} from './precision-words'
import type { BookInUse, RuleBookRow } from './rule-books.service'
import { thresholdGroups } from './threshold-fields'
import { thresholdLines, type ThresholdLine } from './threshold-words'
import { versionRows, type VersionRow } from './version-rows'

declare module '../web/view' {
  interface Views {
    'rule-books/rules': RulesPage
  }
}

export interface RulesPage extends PageModel {
  readonly newHref: string
  readonly empty: Empty | null
  /** The rules that evaluators dismiss most. */
  readonly doubted: readonly (PrecisionWords & {
    readonly title: string
    readonly href: string
    readonly editHref: string
    /** Where no number can be changed, the words of the YAML can. */
    readonly editLabel: string
  })[]
  readonly doubtedHint: string
  readonly pills: Pills | null
  readonly families: readonly { readonly title: string; readonly rows: readonly RuleRow[] }[]
  readonly versions: readonly VersionRow[]
  readonly versionsCaption: string
}

interface RuleRow extends PrecisionWords {
  readonly id: string
  readonly title: string
  readonly basis: string
  readonly reads: string
  readonly thresholds: readonly ThresholdLine[]
  readonly thresholdCount: string
  /** Shown open, because few rules stand on the page. */
  readonly isOpen: boolean
  readonly levels: readonly { readonly status: Status; readonly count: string }[]
  /** Empty where no number can be changed. */
  readonly editHref: string
}

export interface RulesSeen {
  readonly versions: readonly RuleBookRow[]
  readonly inUse: BookInUse | null
  readonly precision: readonly RulePrecision[]
  readonly levels: readonly LevelCount[]
}

const DOUBTED = 3

/** Every rule by family, those that evaluators dismiss most first. */
export function rulesPage({ versions, inUse, precision, levels }: RulesSeen, chosen: string): RulesPage {
  const frame = {
    title: 'Aturan',
    current: 'aturan',
    sheet: 'findings' as const,
    newHref: paths.newRuleBook(),
    versions: versionRows(versions, inUse?.id),
    versionsCaption: `${formatCount(versions.length)} versi; yang dimuat tidak pernah berubah`,
  }
  if (!inUse) return { ...frame, empty: EMPTY, doubted: [], doubtedHint: '', pills: null, families: [] }
  const rulings = new Map(precision.map(one => [one.rule, one]))
  const family = RULE_FAMILIES.find(({ key }) => key === chosen)
  const rowOf = (rule: KnownRule): RuleRow => ({
    ...rule,
    ...precisionWords(rulings.get(rule.id)),
    ...thresholdsOf(inUse, rule.id),
    isOpen: family !== undefined,
    levels: levelsOf(levels, rule.id),
  })
  return {
    ...frame,
    empty: null,
    doubted: byPrecision(KNOWN_RULES, ({ id }) => rulings.get(id))
      .filter(({ id }) => {
        const found = rulings.get(id)
        return isTelling(found) && found.dismissed > 0
      })
      .slice(0, DOUBTED)
      .map(({ id, title, family: of }) => ({
        title,
        ...precisionWords(rulings.get(id)),
        href: `${paths.ruleBooks()}?keluarga=${of}#${id}`,
        editHref: thresholdsOf(inUse, id).editHref || paths.newRuleBook(),
        editLabel: thresholdsOf(inUse, id).editHref ? 'Ubah ambang' : 'Ubah daftar kata lewat YAML',
      })),
    doubtedHint: `Ketepatan = putusan yang membenarkan dibagi semua putusan. Di bawah ${ENOUGH_RULINGS} putusan, tidak disimpulkan apa pun.`,
    pills: pillsOf(family?.key ?? ''),
    families: (family ? [family] : RULE_FAMILIES).map(({ key, title }) => ({
      title,
      rows: byPrecision(
        KNOWN_RULES.filter(one => one.family === key),
        ({ id }) => rulings.get(id),
      ).map(rowOf),
    })),
  }
}

const EMPTY: Empty = {
  title: 'Belum ada buku aturan',
  text: 'Temuan memerlukan ambang. Muat berkas YAML-nya.',
  action: { label: 'Muat buku aturan', href: paths.newRuleBook(), icon: 'upload' },
}

function thresholdsOf({ book }: BookInUse, rule: string) {
  const thresholds = thresholdLines(book, rule)
  return {
    thresholds,
    thresholdCount: thresholds.length === 0 ? '' : `${formatCount(thresholds.length)} ambang dan setelan`,
    editHref: thresholdGroups(book, rule).length === 0 ? '' : `${paths.newRuleBook()}?aturan=${rule}`,
  }
}

const VERDICTS: Readonly<Record<string, Status>> = VERDICT_WORDS

/** A level of a rule, or the verdict over all of them. */
export const standingStatus = (level: string): Status => VERDICTS[level] ?? levelStatus(level)

/** The levels that need somebody, first. */
const ORDER = [
  'belum-siap',
  'siap-bersyarat',
  'bahaya',
  'waspada',
  'memburuk',
  'belum',
  'berjalan',
  'gagal',
  'belum-cukup-data',
  'belum-terukur',
  'tetap',
]

const levelsOf = (levels: readonly LevelCount[], rule: string): RuleRow['levels'] =>
  levels
    .filter(one => one.rule === rule)
    .sort((a, b) => rankOf(a.level) - rankOf(b.level))
    .map(({ level, assessments }) => ({ status: standingStatus(level), count: formatCount(assessments) }))

const rankOf = (level: string): number => (ORDER.indexOf(level) + ORDER.length + 1) % (ORDER.length + 1)

const pillsOf = (chosen: RuleFamilyKey | ''): Pills => ({
  label: 'Saring aturan',
  items: [{ key: '' as const, title: 'Semua' }, ...RULE_FAMILIES].map(({ key, title }) => ({
    label: title,
    href: key === '' ? paths.ruleBooks() : `${paths.ruleBooks()}?keluarga=${key}`,
    icon: '' as const,
    count: formatCount(KNOWN_RULES.filter(one => key === '' || one.family === key).length),
    current: key === chosen,
  })),
})
