import { paths } from '../paths'
import { differences } from '../web/components/differences'
import { errorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, selectField, textAreaField, textField } from '../web/components/fields'
import { freshForm, type FormState, type FormValues } from '../web/form'
import { formatDate, formatDateRange } from '../web/format/date'
import { agreementCrumbs, type AgreementFormPage } from './agreement-form.page'
import type { AgreementRow, TaskRow } from './agreement-facts'
import type { Proof } from './plan.repository'

interface TaskSetting {
  readonly agreement: AgreementRow
  readonly proofs: readonly Proof[]
}

const REALISING = [
  'Realisasi diisi setelah tugas terlaksana: tanggalnya, hasilnya, dan buktinya.',
  'Berkas baru diunggah lebih dahulu lewat Tambah bukti di halaman kerja sama, lalu dipilih di sini.',
  'Bukti berakses terbatas tidak dapat dipilih, karena judulnya terbaca oleh semua pembaca register.',
]

const termAside = ({ validFrom, validUntil }: AgreementRow): string =>
  `Masa berlaku kerja sama: ${formatDateRange(validFrom, validUntil)}. Tenggat tugas berada di dalamnya.`

const crumbsOf = (agreement: AgreementRow) => ({
  links: [...agreementCrumbs(agreement), { label: agreement.title, href: paths.cooperation(agreement.id) }],
})

export function newTaskPage(
  { agreement, proofs }: TaskSetting,
  form: FormState = freshForm(),
): AgreementFormPage {
  const fields = taskFields(form, proofs)
  return {
    title: 'Tambah tugas',
    current: 'register',
    sheet: 'registers',
    crumbs: crumbsOf(agreement),
    action: paths.newAgreementTask(agreement.id),
    version: 0,
    fields,
    summary: errorSummary(form, fields),
    clashes: [],
    what: 'Tugas',
    submit: 'Simpan tugas',
    backHref: paths.cooperation(agreement.id),
    asideTitle: 'Rencana kerja',
    aside: [termAside(agreement), ...REALISING],
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function taskPage(
  { agreement, proofs }: TaskSetting,
  task: TaskRow,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): AgreementFormPage {
  const shown = form ?? freshForm(taskValues(task))
  const fields = taskFields(shown, withChosen(proofs, task))
  const back = paths.cooperation(agreement.id)
  return {
    title: 'Tugas dan realisasi',
    current: 'register',
    sheet: 'registers',
    crumbs: crumbsOf(agreement),
    action: paths.agreementTask(agreement.id, task.id),
    version: clash || !form ? task.version : Number(form.values['version'] ?? task.version),
    fields,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, taskValues(task)) : [],
    what: 'Tugas',
    submit: 'Simpan tugas',
    backHref: back,
    asideTitle: 'Rencana kerja',
    aside: [termAside(agreement), ...REALISING],
    removal: {
      tone: 'warn',
      lead: 'Tugas ini tidak jadi dilaksanakan?',
      text: 'Penghapusan mengeluarkannya dari rencana kerja; jejaknya tersimpan.',
      action: paths.agreementTaskRemoval(agreement.id, task.id),
      submit: 'Hapus tugas',
      destructive: true,
      hidden: [],
      fields: [],
      cancel: { label: 'Batal', href: back },
    },
  }
}

/** The proof that stands stays a choice, also when it left the shelf. */
const withChosen = (proofs: readonly Proof[], { evidenceId, evidenceTitle }: TaskRow): readonly Proof[] =>
  evidenceId === null || proofs.some(({ id }) => id === evidenceId)
    ? proofs
    : [{ id: evidenceId, title: evidenceTitle ?? '' }, ...proofs]

const taskValues = (task: TaskRow): FormValues => ({
  title: task.title,
  owner: task.owner,
  dueOn: task.dueOn,
  doneOn: task.doneOn ?? '',
  result: task.result,
  evidenceId: task.evidenceId ?? '',
})

function taskFields(form: FormState, proofs: readonly Proof[]): Field[] {
  return [
    textField(form, 'title', { label: 'Tugas', maxlength: 300 }),
    textField(form, 'owner', {
      label: 'Penanggung jawab',
      maxlength: 120,
      hint: 'Bagian atau jabatan, misalnya Subseksi Pelayanan.',
    }),
    dateField(form, 'dueOn', { label: 'Tenggat' }),
    dateField(form, 'doneOn', { label: 'Terlaksana', required: false, hint: 'Tanggal realisasi.' }),
    textAreaField(form, 'result', { label: 'Hasil', required: false, rows: 3, maxlength: 1000 }),
    selectField(form, 'evidenceId', {
      label: 'Bukti realisasi',
      required: false,
      prompt: proofs.length > 0 ? 'Tanpa bukti' : 'Belum ada bukti',
      choices: proofs.map(({ id, title }) => ({ value: id, label: title })),
    }),
  ]
}

export function newEvaluationPage(agreement: AgreementRow, form: FormState = freshForm()): AgreementFormPage {
  const fields: Field[] = [
    dateField(form, 'heldOn', { label: 'Dievaluasi', hint: 'Tanggal evaluasi dilaksanakan.' }),
    textAreaField(form, 'finding', { label: 'Hasil evaluasi', rows: 5, maxlength: 2000 }),
  ]
  const next = agreement.nextEvaluationOn
  return {
    title: 'Catat evaluasi',
    current: 'register',
    sheet: 'registers',
    crumbs: crumbsOf(agreement),
    action: paths.newAgreementEvaluation(agreement.id),
    version: 0,
    fields,
    summary: errorSummary(form, fields),
    clashes: [],
    what: 'Evaluasi',
    submit: 'Simpan evaluasi',
    backHref: paths.cooperation(agreement.id),
    asideTitle: 'Jadwal evaluasi',
    aside: [
      next === null
        ? 'Tidak ada evaluasi yang dijadwalkan lagi. Evaluasi di luar jadwal tetap dapat dicatat.'
        : `Evaluasi berikutnya paling lambat ${formatDate(next)}.`,
      'Evaluasi pertama menjawab jadwal pertama, dan seterusnya.',
    ],
    removal: null,
  }
}
