import { paths } from '../paths'
import type { Empty } from '../web/components/panels'
import type { PageModel } from '../web/view'

declare module '../web/view' {
  interface Views {
    'assessments/choice': ChoicePage
  }
}

/** Where somebody who works at several satker chooses one; or the honest word that there is none yet. */
export interface ChoicePage extends PageModel {
  readonly choices: readonly { readonly title: string; readonly text: string; readonly href: string }[]
  readonly empty: Empty | null
}

interface OwnAssessment {
  readonly id: string
  readonly satkerId: string
  readonly satkerName: string
  readonly year: number
}

/** The newest assessment of each satker; the list comes newest first. */
export function choicePage(assessments: readonly OwnAssessment[]): ChoicePage {
  const newest = newestOfEach(assessments)
  return {
    title: newest.length === 0 ? 'Beranda' : 'Pilih satker',
    current: 'beranda',
    choices: newest.map(({ id, satkerName, year }) => ({
      title: satkerName,
      text: `Siklus ${year}`,
      href: paths.assessment(id),
    })),
    empty:
      newest.length === 0
        ? {
            title: 'Belum ada penilaian untuk satker Anda.',
            text: 'Penilaian dibuka oleh administrator pusat bersama siklus tahunan. Setelah dibuka, lembar kerjanya muncul di sini.',
            action: { label: 'Akun saya', href: paths.ownAccount(), icon: '' },
          }
        : null,
  }
}

export const newestOfEach = <A extends OwnAssessment>(assessments: readonly A[]): A[] => [
  ...new Map([...assessments].reverse().map(one => [one.satkerId, one] as const)).values(),
]
