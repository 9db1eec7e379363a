import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { Prerequisite } from '../../src/engine/instrument/instrument'
import { saidLaunch } from './activity-plan'
import { Dice } from './dice'
import type { Story } from './stories'
import { loginOf, type World } from './world'

/** Fills what stands beside the score, each by whom it belongs to. */
export async function fillPrerequisites(
  world: World,
  story: Story,
  assessment: AssessmentContext,
): Promise<void> {
  const dice = new Dice(story.unit, String(assessment.year), 'prerequisites')
  for (const prerequisite of assessment.instrument.prerequisites) {
    const byCentre = prerequisite.filledBy === 'pusat'
    if (story.ending === 'filling' && dice.chance(30)) continue
    const actor = await world.actor(byCentre ? 'pusat@zi.example' : loginOf(story.unit, 'chair'))
    const { value, note } = valueOf(prerequisite, story, assessment.year, saidLaunch(story.unit, world.today))
    await world.services.prerequisites.fill(actor, assessment, prerequisite.id, {
      value: { to: value, base: 0 },
      note: { to: note, base: 0 },
    })
  }
}

function valueOf(
  { id, kind }: Prerequisite,
  { character }: Story,
  year: number,
  launched: string,
): { value: string; note: string } {
  const good = character === 'good' || character === 'paper'
  if (kind === 'sakip') return { value: good ? 'BB' : 'B', note: `Hasil evaluasi internal ${year - 1}.` }
  if (kind === 'since') return { value: launched, note: 'Dicanangkan bersama seluruh pegawai.' }
  if (id === 'tlhp' && character === 'weak')
    return { value: 'Tidak', note: 'Dua temuan masih menunggu penyetoran.' }
  if (id === 'wbk-held') return { value: character === 'good' ? 'Ya' : 'Tidak', note: '' }
  return { value: 'Ya', note: '' }
}
