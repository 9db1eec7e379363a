import { systemActor } from '../access/actor'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import { formatDate } from '../web/format/date'
import { daysUntil, daysWords, reminderFor, type Deadline, type DeadlineSource } from './deadlines'
import type { MessagesService, Telling } from './messages.service'

/** What people are told of a day beside the reminders of it: that something will not be ready, or was not. */
export type WarningSource = (now: Date) => Promise<readonly Telling[]>

/** Reminds people before a date passes. Run as often as one likes: nobody is told the same thing twice. */
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly messages: MessagesService,
    private readonly deadlines: readonly DeadlineSource[],
    private readonly warnings: readonly WarningSource[],
    private readonly clock: Clock,
  ) {}

  async remind(): Promise<void> {
    const now = this.clock()
    const [deadlines, warnings] = await Promise.all([
      Promise.all(this.deadlines.map(source => source(now))),
      Promise.all(this.warnings.map(source => source(now))),
    ])
    const tellings = [...deadlines.flat().flatMap(deadline => reminderOf(deadline, now)), ...warnings.flat()]
    await this.database.inTransaction(() => this.messages.tell(systemActor('pengingat'), ...tellings))
  }
}

function reminderOf(deadline: Deadline, now: Date): Telling[] {
  const { kind, to, assessment, what, closesOn, name, todo, href } = deadline
  const left = daysUntil(deadline, now)
  const days = reminderFor(left)
  if (days === null) return []
  return [
    {
      kind,
      to,
      assessment,
      subject: `${name}: ${daysWords(left)}`,
      text: `${todo} Batasnya ${formatDate(closesOn)}.`,
      href,
      once: `${kind}:${what}:${closesOn}:${days}`,
    },
  ]
}
