import type { ForkLimits } from './fork-task'
import type * as heicPreview from './tasks/heic-preview'
import type * as spreadsheetRead from './tasks/spreadsheet-read'
import type * as typstReport from './tasks/typst-report'

/** One line per file in tasks/, which exports `run(input)`. */
interface Tasks {
  'heic-preview': typeof heicPreview
  'spreadsheet-read': typeof spreadsheetRead
  'typst-report': typeof typstReport
}

export type TaskName = keyof Tasks
export type TaskInput<T extends TaskName> = Parameters<Tasks[T]['run']>[0]
export type TaskOutput<T extends TaskName> = Awaited<ReturnType<Tasks[T]['run']>>

export const taskLimits: Record<TaskName, ForkLimits & { readonly atOnce: number }> = {
  'heic-preview': { atOnce: 1, timeoutMs: 30_000, maxOldSpaceMb: 256, maxResidentMb: 1024 },
  'spreadsheet-read': { atOnce: 1, timeoutMs: 30_000, maxOldSpaceMb: 512, maxResidentMb: 1024 },
  'typst-report': { atOnce: 2, timeoutMs: 30_000, maxOldSpaceMb: 256, maxResidentMb: 1024 },
}
