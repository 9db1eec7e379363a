import type { Instrument } from '../engine/instrument/instrument'
import { lookup } from '../engine/instrument/lookup'
import { partTitle } from '../attestations/part-state'
import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { checkboxesField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import { entryWords } from './entries.service'
import type { Supported } from './entries.service'
import { entryHref } from './register'
import type { SeenEntry } from './register-entry'
import { registersLink } from './register-nav'

declare module '../web/view' {
  interface Views {
    'registers/entry-questions': EntryQuestionsPage
  }
}

export interface EntryQuestionsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly over: string
  readonly summary: ErrorSummary | null
  readonly action: string
  readonly backHref: string
  /** What was ticked when the form was made. */
  readonly shown: readonly string[]
  readonly groups: readonly QuestionGroup[]
}

interface QuestionGroup {
  readonly title: string
  /** `2 dipilih`; empty for none. */
  readonly chosen: string
  readonly open: boolean
  readonly field: Field
}

/** The questions of the instrument in use, part by part; those of the entry's own areas are unfolded. */
export function entryQuestionsPage(
  entry: SeenEntry,
  supported: Supported,
  instrument: Instrument,
  form: FormState = freshForm({ questions: supported.questions }),
): EntryQuestionsPage {
  const { parts, questions, partOfQuestion } = lookup(instrument)
  const chosen = new Set([form.values['questions'] ?? []].flat())
  const groups = [...parts.values()].map((part): QuestionGroup => {
    const own = [...questions.values()].filter(
      ({ question }) => partOfQuestion.get(question.code) === part.id,
    )
    const count = own.filter(({ question }) => chosen.has(question.code)).length
    return {
      title: partTitle(part),
      chosen: count > 0 ? `${count} dipilih` : '',
      open: count > 0 || supported.areas.includes(part.id),
      field: checkboxesField(form, 'questions', {
        label: 'Pertanyaan',
        oneOfSeveral: true,
        idPrefix: `${part.id}-`,
        choices: own.map(({ question }) => ({
          value: question.code,
          label: `${question.code} ${question.text}`,
        })),
      }),
    }
  })
  return {
    title: 'Pertanyaan yang didukung',
    current: 'register',
    sheet: 'registers',
    crumbs: {
      links: [
        registersLink(entry.satkerId),
        { label: entry.title, href: entryHref(entry.register, entry.id) },
      ],
    },
    over: entryWords(entry),
    summary: errorSummary(form, groups[0] ? [groups[0].field] : []),
    action: paths.entryQuestions(entry.id),
    backHref: entryHref(entry.register, entry.id),
    shown: supported.questions,
    groups,
  }
}
