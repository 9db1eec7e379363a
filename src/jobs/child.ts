import { forkTask, taskFile, type ForkLimits } from './fork-task'
import { taskLimits, type TaskInput, type TaskName, type TaskOutput } from './task-registry'
import { Turnstile } from './turnstile'

export { ChildFailed } from './fork-task'

const turnstiles = new Map<TaskName, Turnstile>()

function turnstileOf(task: TaskName): Turnstile {
  const turnstile = turnstiles.get(task) ?? new Turnstile(taskLimits[task].atOnce)
  turnstiles.set(task, turnstile)
  return turnstile
}

/**
 * Runs a registered task in a forked process, at most `atOnce` of its kind together, the rest in order of arrival.
 * Input and output pass by structured clone. The time-out counts from the start of the run, not of the wait.
 * Rejects with ChildFailed: timeout, memory, crashed, aborted, or failed with the task's own message.
 */
export function runInChild<T extends TaskName>(
  task: T,
  input: TaskInput<T>,
  limits: Partial<ForkLimits> = {},
): Promise<TaskOutput<T>> {
  return turnstileOf(task).pass(
    () => forkTask(taskFile(task), input, { ...taskLimits[task], ...limits }) as Promise<TaskOutput<T>>,
  )
}
