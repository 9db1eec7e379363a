import type { Actor } from '../access/actor'
import { mayAt } from '../access/scope'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { CountedIn } from '../registers/around.service'
import type { SeenEntry } from '../registers/register-entry'
import { keptFindings } from './finding-document'
import { familyWords, findingHref, shownLevel, wordOn } from './finding-words'
import type { FindingsService } from './findings.service'
import { entryIdOf, isEntry } from './record-names'

/** In which readings of the satker's newest worksheet an entry of the registers counts. */
export async function countedWhere(
  { assessments, findings }: { readonly assessments: AssessmentsService; readonly findings: FindingsService },
  actor: Actor,
  entry: SeenEntry,
): Promise<readonly CountedIn[]> {
  if (!mayAt(actor, 'read-assessment', entry)) return []
  const newest = await assessments.newestOf(entry.satkerId)
  if (!newest) return []
  const assessment = await assessments.visibleTo(actor).get(newest.id)
  const seen = await findings.pointedAt(actor, assessment)
  if (!seen) return []
  return keptFindings(seen.document.findings)
    .filter(({ records }) => records.some(one => isEntry(one.kind) && entryIdOf(one) === entry.id))
    .map(finding => ({
      label: `${familyWords(finding)}: ${finding.title}`,
      href: findingHref(assessment.id, finding, false),
      status: shownLevel(finding, wordOn(seen, finding)),
    }))
}
