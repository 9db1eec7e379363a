import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { keptFindings } from '../../src/findings/finding-document'
import type { RulingOutcome } from '../../src/findings/finding-outcomes'
import { groundsHash } from '../../src/findings/ruling-words'
import { companionOf } from './recommendations'
import type { World } from './world'

const DAY = 24 * 3_600_000
/** Reads the rules as they were read so many days ago, so that there is a past to look at. */
export async function readAgo(world: World, days: number): Promise<void> {
  world.at(new Date(world.today.getTime() - days * DAY))
  await world.services.findings.refreshOpen()
}

interface RulingStory {
  readonly unit: string
  readonly rule: string
  readonly outcome: RulingOutcome
  readonly reason: string
}

const RULINGS: readonly RulingStory[] = [
  {
    unit: 'lazuardi',
    rule: 'pitfall-4',
    outcome: 'dismissed',
    reason: 'Hasil keempat jawaban itu diukur pada dasbor kantor wilayah; angkanya dilihat saat kunjungan.',
  },
  {
    unit: 'kenanga',
    rule: 'pitfall-2',
    outcome: 'dismissed',
    reason: 'Pencanangan dilakukan serentak oleh kanwil dan tidak dicatat satker.',
  },
  {
    unit: 'seruni',
    rule: 'pitfall-5',
    outcome: 'confirmed',
    reason: 'Dua pokja baru bekerja sejak pertengahan tahun; hal ini sudah disampaikan kepada ketua tim.',
  },
  {
    unit: 'seruni',
    rule: 'contradiction-file-names',
    outcome: 'dismissed',
    reason: 'Foto itu memang dari rapat capaian kinerja; hanya namanya bawaan kamera.',
  },
  {
    unit: 'nilam',
    rule: 'pitfall-2',
    outcome: 'confirmed',
    reason: 'Pencanangan baru beberapa bulan lalu, dan seluruh bukti diunggah pekan terakhir.',
  },
]

/** What the companions of the kanwil say of some findings. */
export async function ruleOnFindings(
  world: World,
  contexts: ReadonlyMap<string, AssessmentContext>,
): Promise<void> {
  const { assessments, findings, findingRulings } = world.services
  for (const { unit, rule, outcome, reason } of RULINGS) {
    const opened = contexts.get(unit)
    if (!opened) throw new Error(`No assessment of ${unit}.`)
    const assessment = await assessments.visibleTo(systemActor('zi demo')).get(opened.id)
    const seen = (await findings.frozen(assessment)) ?? (await findings.of(assessment))
    const found = seen && keptFindings(seen.document.findings).find(finding => finding.rule === rule)
    if (!found) throw new Error(`${rule} says nothing of ${unit}.`)
    await findingRulings.rule(await companionOf(world, unit), assessment, found, {
      outcome,
      reason,
      grounds: groundsHash(found.grounds),
    })
  }
  await findings.refreshChanged()
}
