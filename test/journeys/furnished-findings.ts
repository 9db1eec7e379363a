import type { Actor } from '../../src/access/actor'
import { keptFindings } from '../../src/findings/finding-document'
import { findingHref } from '../../src/findings/finding-words'
import { groundsHash } from '../../src/findings/ruling-words'
import { paths } from '../../src/paths'
import type { House } from '../support/house'

/** Findings that were read, one that an evaluator dismissed, and a recommendation that people speak of. */
export async function furnishFindings(
  house: House,
  assessmentId: string,
  handedIn: string,
  { chair, companion }: { readonly chair: Actor; readonly companion: Actor },
) {
  const { assessments, findings, findingRulings, recommendations } = house.services
  const assessment = await assessments.visibleTo(chair).get(assessmentId)
  await recommendations.change(chair, assessment, 5, {
    status: 'selesai',
    owner: 'Sari Puspadewi',
    dueOn: '2026-02-20',
    notes: 'Dibahas pada apel dan rapat bulanan.',
    evidence: [],
    version: 0,
  })
  await findings.refreshChanged()
  const seen = await findings.of(assessment)
  const found = keptFindings(seen?.document.findings ?? (undefined as never))
  const instant = found.find(({ rule }) => rule === 'pitfall-2')
  const contradiction = found.find(({ family }) => family === 'contradiction')
  if (!instant || !contradiction) throw new Error('The furnished satker has nothing to find.')
  await findingRulings.rule(companion, assessment, instant, {
    outcome: 'dismissed',
    reason: 'Pencanangan dilakukan bersama kanwil, naskahnya ada di rak kanwil.',
    grounds: groundsHash(instant.grounds),
  })
  await findings.refreshChanged()
  return {
    chair: [
      paths.findings(assessmentId),
      paths.findingsPaper(assessmentId),
      paths.finding(assessmentId, 'pitfall-2'),
      paths.finding(assessmentId, 'recommendation-5'),
      paths.finding(assessmentId, 'key-service'),
      findingHref(assessmentId, contradiction, false),
    ],
    companion: [paths.finding(assessmentId, 'pitfall-3'), paths.finding(assessmentId, 'recommendation-5')],
    viewer: [
      paths.findings(handedIn),
      `${paths.findings(handedIn)}?keadaan=sekarang`,
      paths.finding(handedIn, 'pitfall-5'),
    ],
  }
}
