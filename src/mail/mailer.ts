import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  /** Plain text; there is no HTML part. */
  readonly text: string
  /** Message-ID, the same whenever the same letter is tried again, so that mail servers can drop a second one. */
  readonly id?: string
}

export interface Mailer {
  /** False: nothing can be sent, and people must be told another way. */
  readonly isConfigured: boolean
  /** Resolves when the mail server has taken the message; rejects when it has not. */
  send(mail: Mail): Promise<void>
}

export interface MailOptions {
  /** `smtp://user:password@host:587` or `smtps://…`; without it nothing is sent. */
  readonly smtpUrl: string | undefined
  readonly from: string
}

const PATIENCE_MS = 10_000

/** Mail over SMTP when an address of a server is given, else a mailer that says that it is not configured. */
export function createMailer({ smtpUrl, from }: MailOptions): Mailer {
  return smtpUrl ? smtpMailer(smtpUrl, from) : noMailer
}

const noMailer: Mailer = {
  isConfigured: false,
  send: () => Promise.reject(new Error('No mail server is configured.')),
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A message is text of ours; neither a path nor an address in it may be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    isConfigured: true,
    send: async ({ to, subject, text, id }) => {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        ...(id ? { messageId: id } : {}),
      })
    },
  }
}
