import { pino, type DestinationStream, type Logger } from 'pino'

/** What is said of an error. A failed statement also carries its parameters: password hashes, notes, session ids. */
const SAID = ['type', 'message', 'stack', 'code', 'query']

/** The log of the server: JSON lines on stdout unless said otherwise. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, serializers: { err: sayError } }, destination)

function sayError(error: Error): object {
  const told = Object.entries(pino.stdSerializers.err(error))
  return Object.fromEntries(told.filter(([name]) => SAID.includes(name)))
}
