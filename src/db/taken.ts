import { QueryFailedError } from 'typeorm'

/** Whether a statement failed because another row has the value that must be unique. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false
  const { code, message } = error.driverError as { code?: string; message: string }
  return code === '23505' || (code === 'SQLITE_CONSTRAINT' && message.includes('UNIQUE'))
}
