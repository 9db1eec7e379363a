import { paths } from '../paths'
import type { Confirm, Empty } from '../web/components/panels'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { AssessmentContext } from '../assessments/assessment-context'
import { questionsOf, type CarryOver } from './carry-over'

declare module '../web/view' {
  interface Views {
    'carry-over/carry-over': CarryOverPage
  }
}

/** What a copy from the last cycle would bring, before it is made. */
export interface CarryOverPage extends PageModel {
  readonly over: string
  readonly facts: readonly { readonly label: string; readonly value: string; readonly detail: string }[]
  readonly confirm: Confirm | null
  readonly empty: Empty | null
}

export function carryOverPage(assessment: AssessmentContext, found: CarryOver | null): CarryOverPage {
  const back = { label: 'Kembali ke beranda', href: paths.assessment(assessment.id) }
  const page = {
    title: found ? `Salin dari siklus ${found.year}` : 'Salin dari siklus lalu',
    current: 'beranda',
    over: `${assessment.satkerName} · siklus ${assessment.year}`,
  }
  if (!found || questionsOf(found.plan).length === 0)
    return {
      ...page,
      facts: [],
      confirm: null,
      empty: {
        title: found ? 'Tidak ada yang perlu disalin.' : 'Belum ada siklus sebelumnya.',
        text: found
          ? 'Semua pertanyaan yang dapat disalin sudah terisi atau sudah disalin.'
          : 'Satker ini belum mempunyai penilaian pada siklus yang lebih awal.',
        action: { ...back, icon: '' },
      },
    }
  const { whole, noteOnly, uses, skipped } = found.plan
  return {
    ...page,
    facts: [
      {
        label: 'Disalin utuh',
        value: formatCount(whole.length),
        detail: 'Kode, skala, dan kriterianya sama: jawaban dan catatan.',
      },
      {
        label: 'Pemakaian bukti',
        value: formatCount(uses.length),
        detail: 'Dari pertanyaan yang sama artinya dan belum dijawab, juga yang tanpa jawaban.',
      },
      {
        label: 'Catatan saja',
        value: formatCount(noteOnly.length),
        detail: 'Pertanyaannya berubah atau jawaban lamanya belum ditinjau.',
      },
      {
        label: 'Dilewati',
        value: formatCount(skipped),
        detail: 'Sudah dijawab pada siklus ini, tidak ada lagi, atau kosong.',
      },
    ],
    confirm: {
      tone: 'info',
      lead: `Salin isian ${formatCount(questionsOf(found.plan).length)} pertanyaan dari siklus ${found.year}?`,
      text: 'Salinan bertanda "Belum ditinjau ulang" dan tidak dihitung sebelum ditinjau satu per satu.',
      action: paths.carryOver(assessment.id),
      submit: 'Salin isian',
      destructive: false,
      hidden: [],
      fields: [],
      cancel: back,
    },
    empty: null,
  }
}
