import type { Mail, Mailer } from '../../src/mail/mailer'

/** A mailer that keeps what it was given, for tests that read the letters. */
export interface RecordingMailer extends Mailer {
  readonly sent: Mail[]
}

export function recordingMailer(): RecordingMailer {
  const sent: Mail[] = []
  return { isConfigured: true, sent, send: mail => Promise.resolve(void sent.push(mail)) }
}
