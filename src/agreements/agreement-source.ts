import { AGREEMENT_STATES, agreementState, planStanding } from '../engine/agreements/agreement-state'
import { paths } from '../paths'
import type { RegisterSource } from '../registers/register-source'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { agreementFacts, SIGNATORY, STATE_WORDS, taskStatus } from './agreement-words'
import type { AgreementsService } from './agreements.service'
import { TROUBLED } from './dashboard'

/** What the shared pages of the registers show of agreements. */
export const agreementSource = (agreements: AgreementsService): RegisterSource => ({
  summary: async unit => {
    const counts = await agreements.counts(unit)
    const all = AGREEMENT_STATES.reduce((sum, state) => sum + counts[state], 0)
    if (all === 0) return { count: 'Belum ada kerja sama yang tercatat', alerts: [] }
    return {
      count: `${formatCount(all)} kerja sama`,
      alerts: [...TROUBLED, 'expiring' as const]
        .filter(state => counts[state] > 0)
        .map(state => ({
          text: `${formatCount(counts[state])} ${STATE_WORDS[state].text.toLowerCase()}`,
          href: `${paths.agreements(unit.satkerId)}?keadaan=${state}`,
          tone: STATE_WORDS[state].tone === 'bad' ? ('bad' as const) : ('warn' as const),
        })),
    }
  },
  document: async (actor, id) => {
    const agreement = await agreements.get(actor, id)
    const { tasks, evaluations } = await agreements.whole(agreement)
    const today = agreements.today(agreement)
    const state = agreementState(agreement, planStanding(tasks, today), today)
    return {
      stages: [
        'planning',
        ...(tasks.some(({ doneOn }) => doneOn !== null && doneOn <= today)
          ? (['implementation'] as const)
          : []),
        ...(evaluations.length > 0 ? (['monitoring'] as const) : []),
      ],
      facts: [
        ...agreementFacts(agreement).filter(({ label }) => label !== SIGNATORY),
        { label: 'Ruang lingkup', value: agreement.scope },
        { label: 'Keadaan', value: `${STATE_WORDS[state].text} per ${formatDate(today)}` },
      ],
      tables: [
        {
          title: 'Rencana kerja dan realisasi',
          header: ['Tugas', 'Tenggat', 'Terlaksana', 'Hasil', 'Keadaan'],
          rows: tasks.map(task => [
            task.title,
            formatDate(task.dueOn),
            task.doneOn === null ? '–' : formatDate(task.doneOn),
            task.result || '–',
            taskStatus(task, today).text,
          ]),
        },
        ...(evaluations.length > 0
          ? [
              {
                title: 'Evaluasi',
                header: ['Tanggal', 'Hasil evaluasi'],
                rows: evaluations.map(({ heldOn, finding }) => [formatDate(heldOn), finding]),
              },
            ]
          : []),
      ],
    }
  },
})
