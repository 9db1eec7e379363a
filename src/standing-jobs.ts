import { everyMinutes, dailyAt } from './schedule/job-times'
import type { ScheduledJob } from './schedule/scheduler'
import type { Services } from './services'
import type { SessionStore } from './web/sessions/session-store'

/** What the servers on one database do beside answering, each job by one of them at a time. */
export function standingJobs(
  { postOffice, reminders, messages, evidenceFiles, leavers, findings, clock }: Services,
  sessions: SessionStore,
): ScheduledJob[] {
  return [
    {
      name: 'send-letters',
      dueSince: everyMinutes(1),
      leaseMinutes: 30,
      run: signal => postOffice.sendDue(signal),
    },
    {
      // Early enough that every zone has the date of the day, and none its summary of it.
      name: 'remind',
      dueSince: dailyAt(4, 'Asia/Jakarta'),
      leaseMinutes: 30,
      run: () => reminders.remind(),
    },
    {
      name: 'discard-old-messages',
      dueSince: dailyAt(2, 'Asia/Jakarta'),
      leaseMinutes: 30,
      run: () => messages.discardOld(),
    },
    {
      name: 'anonymise-leavers',
      dueSince: dailyAt(3, 'Asia/Jakarta'),
      leaseMinutes: 30,
      run: () => leavers.anonymise(),
    },
    {
      name: 'read-findings',
      dueSince: everyMinutes(1),
      leaseMinutes: 30,
      run: signal => findings.refreshChanged(signal),
    },
    {
      // What depends on the date: overdue, expiring, the last days before the hand-in.
      name: 'read-all-findings',
      dueSince: dailyAt(1, 'Asia/Jakarta'),
      leaseMinutes: 120,
      run: signal => findings.refreshOpen(signal),
    },
    {
      name: 'sweep-files',
      dueSince: everyMinutes(6 * 60),
      leaseMinutes: 120,
      run: () => evidenceFiles.sweep(clock()),
    },
    {
      name: 'sweep-sessions',
      dueSince: everyMinutes(15),
      leaseMinutes: 10,
      run: () => sessions.sweep(),
    },
  ]
}
