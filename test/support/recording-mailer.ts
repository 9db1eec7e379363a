import type { Mail, Mailer } from '../../src/mail/mailer'

export interface RecordingMailer extends Mailer {
  readonly sent: Mail[]
}

/** A mailer that keeps what it is given instead of sending it. */
export function recordingMailer(): RecordingMailer {
  const sent: Mail[] = []
  return { isConfigured: true, sent, send: mail => Promise.resolve(void sent.push(mail)) }
}
