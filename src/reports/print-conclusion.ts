import type { Readiness } from '../engine/rules/readiness'
import { againstWords } from '../findings/readiness-words'
import type { Conclusion } from './compose-conclusion'
import { points } from './printed-numbers'
import type { PrintedReadiness } from './printed-readiness'
import { enumerated } from './readiness-words'

/** More failing gates than this are counted, not named. */
const NAMED = 6

/** The conclusion in words; after submission it no longer speaks of handing in. */
export function printConclusion(
  conclusion: Conclusion,
  draft: boolean,
  /** What the rules make of it; null before any thresholds were loaded. */
  readiness: Readiness | null = null,
): PrintedReadiness['conclusion'] {
  const against = readiness ? againstWords(readiness) : ''
  const sentences = [
    ...gateSentences(conclusion),
    ...inputSentences(conclusion),
    ...prerequisiteSentences(conclusion),
    ...(against ? [`Di luar nilai: ${against.charAt(0).toLowerCase()}${against.slice(1)}`] : []),
    ...conclusion.others.map(
      ({ predicate, passing, gates }) =>
        `Untuk ${predicate}, nilai terbukti memenuhi ${passing} dari ${gates} ambang.`,
    ),
  ]
  return {
    heading: 'Kesimpulan',
    headline: headline(conclusion, draft, readiness),
    text: sentences.join(' '),
  }
}

function headline({ kind, predicate }: Conclusion, draft: boolean, readiness: Readiness | null): string {
  if (kind === 'unanswered') return 'Belum dapat dinilai.'
  if (kind === 'contradictory') return 'Belum dapat diajukan.'
  if (draft && readiness) return VERDICTS[readiness.verdict](predicate)
  if (kind === 'prerequisites')
    return `Semua ambang ${predicate} terpenuhi, prasyarat di luar nilai belum lengkap.`
  if (kind === 'ready')
    return draft ? `Siap diajukan untuk ${predicate}.` : `Semua ambang dan prasyarat ${predicate} terpenuhi.`
  return draft ? 'Belum siap diajukan.' : `Belum semua ambang ${predicate} terpenuhi.`
}

const VERDICTS: Readonly<Record<Readiness['verdict'], (predicate: string) => string>> = {
  'siap-diajukan': predicate => `Siap diajukan untuk ${predicate}.`,
  'siap-bersyarat': predicate => `Siap diajukan untuk ${predicate} dengan syarat.`,
  'belum-siap': () => 'Belum siap diajukan.',
}

function gateSentences({ kind, predicate, gates, failing, widest }: Conclusion): readonly string[] {
  if (kind === 'unanswered') return ['Belum ada pertanyaan yang dijawab, jadi semua nilai nol.']
  const gap = widest ? [`Selisih terbesar ada di ${widest.name} (${points(widest.gap)} poin).`] : []
  if (kind === 'below') {
    return [
      `Nilai yang diklaim pun belum memenuhi ${failures(failing.claimed, gates)}.`,
      `Menurut nilai terbukti, ${failing.substantiated.length} dari ${gates} ambang ${predicate} belum terpenuhi.`,
      ...gap,
    ]
  }
  if (kind === 'unproven') {
    const unproven = failures(failing.substantiated, gates)
    return [
      `Nilai yang diklaim memenuhi semua ambang ${predicate}, tetapi nilai yang terbukti belum memenuhi ${unproven}.`,
      ...gap,
    ]
  }
  return [`Nilai yang diklaim dan nilai yang terbukti memenuhi semua ${gates} ambang ${predicate}.`]
}

function failures(titles: readonly string[], gates: number): string {
  const count = `${titles.length} dari ${gates} ambang`
  return titles.length > NAMED ? count : `${count}: ${enumerated(titles)}`
}

function inputSentences({ kind, contradictions, unanswered }: Conclusion): readonly string[] {
  const clash = `${contradictions} isian bertentangan, belum dihitung, dan harus dibetulkan sebelum pengesahan.`
  const open = `${unanswered} pertanyaan belum dijawab dan dihitung nol.`
  return [...(contradictions > 0 ? [clash] : []), ...(unanswered > 0 && kind !== 'unanswered' ? [open] : [])]
}

function prerequisiteSentences({
  predicate,
  prerequisites: { failing, unknown },
}: Conclusion): readonly string[] {
  const fails = `Prasyarat ${predicate} di luar nilai yang belum terpenuhi: ${failing.join('; ')}.`
  const open = `${unknown.length} prasyarat ${predicate} di luar nilai belum diisi.`
  return [...(failing.length > 0 ? [fails] : []), ...(unknown.length > 0 ? [open] : [])]
}
