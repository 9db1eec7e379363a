import type { Actor } from '../access/actor'
import type { RecommendationStanding } from '../engine/recommendation/recommendation'
import { canDo } from '../engine/stages/stages'
import { evaluationClosedBecause, seatsOf } from '../evaluation/evaluation-context'
import { fromText, sub } from '../engine/exact'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { fieldId, textAreaField } from '../web/components/fields'
import type { Confirm } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { assessmentTrack, type Track } from '../web/components/track'
import { freshForm, type FormState } from '../web/form'
import { formatInstant } from '../web/format/date'
import { formatScore } from '../web/format/number'
import type { Link, Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { takesSealedFile } from './result-access'
import {
  changeWord,
  resultAreas,
  resultGates,
  resultPrerequisites,
  type ResultArea,
  type ResultGates,
  type ResultPrerequisite,
} from './result-tables'
import type { Result } from './results.service'
import { sealPanels, type SealPanel } from './seal-panel'
import { groundsOf, type Ground } from './standing-words'
import { RECOMMENDATION_WORDS } from './recommendation-rules'

declare module '../web/view' {
  interface Views {
    'results/result': ResultPage
  }
}

export interface ResultPage extends PageModel {
  readonly over: string
  readonly track: Track
  readonly summary: ErrorSummary | null
  readonly message: Message
  readonly figures: readonly { readonly label: string; readonly value: string }[]
  readonly areas: readonly ResultArea[]
  readonly gates: readonly ResultGates[]
  readonly prerequisites: readonly ResultPrerequisite[]
  readonly rules: readonly Rule[]
  readonly recommended: { readonly name: string; readonly grounds: string; readonly by: string } | null
  readonly form: RecommendationFormModel | null
  readonly finalisation: Confirm | null
  readonly seal: SealPanel | null
  readonly formerSeals: readonly SealPanel[]
  readonly reopening: Confirm | null
  readonly links: readonly Link[]
}

interface Rule {
  readonly id: string
  readonly value: string
  readonly name: string
  readonly status: Status
  readonly grounds: readonly { readonly status: Status; readonly text: string }[]
  readonly offered: boolean
  readonly checked: boolean
  readonly disabled: boolean
}

interface RecommendationFormModel {
  readonly action: string
  readonly version: string
  readonly error: string
  readonly grounds: Field
  readonly conflict: Message | null
  readonly submit: string
}

/** A form of this page that came back. */
export interface RefusedResult {
  readonly act: 'recommend' | 'finalise' | 'reopen'
  readonly form: FormState
  /** Somebody else set the recommendation meanwhile. */
  readonly clash: boolean
}

export interface ResultFacts {
  readonly result: Result
  readonly actor: Actor
  readonly now: Date
}

export function resultPage(facts: ResultFacts, refused: RefusedResult | null = null): ResultPage {
  const { result, actor } = facts
  const { assessment } = result.evaluation
  const form = formOf(facts, refused)
  const reopening = reopeningOf(facts, refused)
  const fields = [...(form ? [form.grounds] : []), ...(reopening ? reopening.fields : [])]
  const [seal, former] = sealPanels(result, takesSealedFile(actor, result.evaluation))
  return {
    title: 'Hasil evaluasi',
    current: 'hasil',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
    track: assessmentTrack(assessment.stage, assessment.round),
    summary: refused && !refused.clash ? errorSummary(refused.form, fields) : null,
    message: messageOf(facts),
    figures: figuresOf(result),
    areas: resultAreas(result),
    gates: resultGates(result),
    prerequisites: resultPrerequisites(result),
    rules: rulesOf(result, form !== null, refused),
    recommended: recommendedOf(result),
    form,
    finalisation: form ? finalisationOf(result) : null,
    seal,
    formerSeals: former,
    reopening,
    links: [
      { label: 'Berita Acara', href: paths.minutes(assessment.id) },
      { label: 'Laporan Hasil Evaluasi', href: paths.evaluationReport(assessment.id) },
      { label: 'Perbandingan', href: paths.comparison(assessment.id) },
    ],
  }
}

const seatIs = ({ result, actor }: ResultFacts, seats: readonly string[]): boolean =>
  seatsOf(actor, result.evaluation).some(seat => seats.includes(seat))

function figuresOf({ score, handedIn }: Result): ResultPage['figures'] {
  const claimed = fromText(handedIn.score.claimed.total)
  const proven = fromText(handedIn.score.substantiated.total)
  return [
    { label: 'Dinilai', value: formatScore(score.claimed.total) },
    { label: 'Diklaim satker', value: formatScore(claimed) },
    { label: 'Terbukti saat diajukan', value: formatScore(proven) },
    { label: 'Dinilai dikurangi diklaim', value: changeWord(sub(score.claimed.total, claimed)) },
  ]
}

function messageOf(facts: ResultFacts): Message {
  const { result, now } = facts
  const { assessment } = result.evaluation
  if (assessment.stage === 'final')
    return {
      tone: 'ok',
      lead: 'Hasil sudah final.',
      text: 'Lembar penilaian, rekomendasi, dan buktinya disegel.',
    }
  const closed = seatIs(facts, ['controller']) ? evaluationClosedBecause(assessment, now) : null
  if (closed) return { tone: 'warn', lead: closed, text: '' }
  return {
    tone: 'info',
    lead: 'Hasil belum final.',
    text: 'Pengendali teknis menetapkan rekomendasi, lalu memfinalkan hasil.',
  }
}

const HOLDS: Status = { tone: 'ok', icon: 'check', text: 'Dapat ditetapkan' }
const HOLDS_NOT: Status = { tone: 'bad', icon: 'cross', text: 'Tidak dapat ditetapkan' }
const GROUND: Readonly<Record<Ground['stands'], Status>> = {
  met: { tone: 'ok', icon: 'check', text: 'Terpenuhi:' },
  failed: { tone: 'bad', icon: 'cross', text: 'Menghalangi:' },
  open: { tone: 'mut', icon: 'dashring', text: 'Tidak menghalangi:' },
}

function rulesOf(result: Result, offered: boolean, refused: RefusedResult | null): Rule[] {
  const { standings, recommendation, evaluation } = result
  const typed = refused?.act === 'recommend' ? refused.form.values['recommendation'] : undefined
  const chosen = typed ?? recommendation?.recommendation
  const first = standings.find(standing => standing.holds)
  return standings.map((standing: RecommendationStanding, place) => ({
    id: standing === first ? fieldId('recommendation') : `${fieldId('recommendation')}-${place}`,
    value: standing.recommendation,
    name: RECOMMENDATION_WORDS[standing.recommendation],
    status: standing.holds ? HOLDS : HOLDS_NOT,
    grounds: groundsOf(evaluation.assessment.instrument, standing).map(({ stands, text }) => ({
      status: GROUND[stands],
      text,
    })),
    offered,
    checked: standing.holds && standing.recommendation === chosen,
    disabled: !standing.holds,
  }))
}

function recommendedOf({ recommendation, evaluation }: Result): ResultPage['recommended'] {
  if (!recommendation) return null
  const { setByName, setAt } = recommendation
  return {
    name: RECOMMENDATION_WORDS[recommendation.recommendation],
    grounds: recommendation.grounds,
    by: `${setByName ?? 'sistem'}, ${formatInstant(setAt, evaluation.assessment.timeZone)}`,
  }
}

/** For the dalnis alone, until it is final. */
function formOf(facts: ResultFacts, refused: RefusedResult | null): RecommendationFormModel | null {
  const { assessment } = facts.result.evaluation
  const { recommendation } = facts.result
  if (!seatIs(facts, ['controller']) || assessment.stage !== 'dinilai') return null
  if (evaluationClosedBecause(assessment, facts.now)) return null
  const own = refused?.act === 'recommend' ? refused : null
  const form = own?.form ?? freshForm({ grounds: recommendation?.grounds ?? '' })
  const standing = String(recommendation?.version ?? 0)
  const typed = form.values['version']
  return {
    action: paths.result(assessment.id),
    version: own && !own.clash && typeof typed === 'string' ? typed : standing,
    error: form.errors['recommendation'] ?? '',
    grounds: textAreaField(form, 'grounds', {
      label: 'Dasar rekomendasi',
      hint: 'Tercetak di LHE dan ikut disegel.',
      rows: 5,
      maxlength: 4000,
    }),
    conflict: own?.clash
      ? {
          tone: 'clash',
          lead: `Rekomendasi diubah ${recommendation?.setByName ?? 'orang lain'} sejak halaman dibuka.`,
          text: 'Yang tersimpan tertera di atas. Isian Anda ada di bawah dan belum tersimpan; simpan lagi untuk menggantinya.',
        }
      : null,
    submit: recommendation ? 'Ubah rekomendasi' : 'Tetapkan rekomendasi',
  }
}

function finalisationOf({ recommendation, standings, evaluation }: Result): Confirm | null {
  const holds = standings.some(one => one.holds && one.recommendation === recommendation?.recommendation)
  const { assessment } = evaluation
  if (!recommendation || !holds || !canDo('finalise', 'controller', assessment.stage)) return null
  return {
    tone: 'warn',
    lead: `Finalkan hasil dengan rekomendasi ${RECOMMENDATION_WORDS[recommendation.recommendation]}?`,
    text: 'Semua lembar, rekomendasi, dan dasarnya dibekukan, ditandatangani dengan kunci instalasi, dan diberi kode verifikasi. Hasil final hanya dapat diubah setelah dibuka kembali dengan alasan; segelnya lalu tidak berlaku lagi.',
    action: paths.resultFinalisation(assessment.id),
    submit: 'Finalkan dan segel',
    destructive: false,
    hidden: [],
    fields: [],
    cancel: { label: 'Batal', href: paths.assessment(assessment.id) },
  }
}

/** For ketua and dalnis, once it is final. */
function reopeningOf(facts: ResultFacts, refused: RefusedResult | null): Confirm | null {
  const { assessment } = facts.result.evaluation
  const may = seatIs(facts, ['controller', 'lead']) && canDo('reopen', 'inspectorate', assessment.stage)
  if (!may) return null
  const form = refused?.act === 'reopen' ? refused.form : freshForm()
  return {
    tone: 'warn',
    lead: 'Buka kembali hasil final?',
    text: 'Penilaian kembali ke tahap dinilai. Segel yang sekarang tetap tersimpan, tetapi dinyatakan tidak berlaku lagi.',
    action: paths.resultReopening(assessment.id),
    submit: 'Buka kembali',
    destructive: true,
    hidden: [],
    fields: [textAreaField(form, 'reason', { label: 'Alasan', rows: 3, maxlength: 2000 })],
    cancel: { label: 'Batal', href: paths.result(assessment.id) },
  }
}
