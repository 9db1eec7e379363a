import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** False when no SMTP server is configured: links are then handed over by an administrator. */
  readonly isConfigured: boolean
  send(mail: Mail): Promise<void>
}

export interface MailConfig {
  readonly smtpUrl: string | undefined
  readonly from: string
}

const TIMEOUT_MS = 15_000

/** Mail by SMTP, or a mailer that says it has no server and sends nothing. */
export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  if (!smtpUrl) return { isConfigured: false, send: () => Promise.reject(new Error('No mail server is configured.')) }
  const transport = createTransport({ url: smtpUrl, connectionTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS })
  return {
    isConfigured: true,
    send: async mail => {
      await transport.sendMail({ ...mail, from })
    },
  }
}
