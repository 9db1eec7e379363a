import { keptFindings } from '../findings/finding-document'
import { bookWords, rulingWords, shownLevel, VERDICT_WORDS, wordOn } from '../findings/finding-words'
import type { SeenFindings } from '../findings/findings.service'
import type { Listing, PrintedFinding } from './printed-readiness'

/** Recommendations and factors have their own sheet, see `findings/paper.page.ts`. */
const PRINTED = ['pitfall', 'contradiction', 'key']

/** What the rules saw, with what evaluators said of it; without rows where nothing was read. */
export function printFindings(seen: SeenFindings | null): Listing<PrintedFinding> {
  const columns = ['Temuan', 'Tingkat', 'Yang terlihat']
  if (!seen) return { heading: 'Temuan', intro: '', columns, rows: [] }
  const { readiness, findings } = seen.document
  const { done, of } = readiness.recommendations
  return {
    heading: 'Temuan',
    intro: `${VERDICT_WORDS[readiness.verdict].text}. Menurut register ${done} dari ${of} rekomendasi selesai. ${bookWords(seen)}; temuan adalah pertanyaan, bukan putusan.`,
    columns,
    rows: keptFindings(findings)
      .filter(({ family }) => PRINTED.includes(family))
      .map(finding => {
        const word = wordOn(seen, finding)
        return {
          title: finding.title,
          level: shownLevel(finding, word).text,
          seen: [finding.sentence, rulingWords(word)].filter(Boolean).join(' '),
        }
      }),
  }
}
