import { createMailer } from '../../src/mail/mailer'
import { recordingMailer } from '../support/recording-mailer'
import { smtpServer } from './smtp-server'

const from = 'Zona Integritas <zi@contoh.test>'

describe('a mailer without a server', () => {
  it('says so, and does not pretend to send', async () => {
    const mailer = createMailer({ smtpUrl: undefined, from })
    expect(mailer.isConfigured).toBe(false)
    await expect(mailer.send({ to: 'sari@contoh.test', subject: 'Halo', text: 'Halo' })).rejects.toThrow(
      'No mail server is configured.',
    )
  })
})

describe('a mailer with a server', () => {
  let server: Awaited<ReturnType<typeof smtpServer>>
  beforeEach(async () => (server = await smtpServer()))
  afterEach(() => server.close())

  it('hands the letter over as plain text', async () => {
    const mailer = createMailer({ smtpUrl: server.url, from })
    expect(mailer.isConfigured).toBe(true)
    await mailer.send({
      to: 'sari@contoh.test',
      subject: 'Atur ulang kata sandi',
      text: 'Buka tautan ini.\n.',
    })
    const [mail] = server.mails
    expect(mail).toMatchObject({ from: 'zi@contoh.test', to: ['sari@contoh.test'] })
    expect(mail?.message).toMatch(/^Subject: Atur ulang kata sandi$/m)
    expect(mail?.message).toMatch(/^Content-Type: text\/plain/m)
    expect(mail?.message).toMatch(/\n\nBuka tautan ini\.\n\.$/)
  })

  it('cannot be made to write to others through a subject or an address', async () => {
    const mailer = createMailer({ smtpUrl: server.url, from })
    await mailer.send({ to: 'sari@contoh.test', subject: 'Halo\r\nBcc: lain@contoh.test', text: 'x' })
    await mailer
      .send({ to: 'sari@contoh.test, lain@contoh.test', subject: 'Halo', text: 'x' })
      .catch(() => undefined)
    for (const mail of server.mails) {
      expect(mail.to).not.toContain('lain@contoh.test')
      expect(mail.message).not.toMatch(/^Bcc/im)
    }
    expect(server.mails[0]?.to).toEqual(['sari@contoh.test'])
  })

  it('fails when the server does not take the letter', async () => {
    const mailer = createMailer({ smtpUrl: server.url, from })
    await expect(mailer.send({ to: 'tak-ada@contoh.test', subject: 'Halo', text: 'x' })).rejects.toThrow(
      '550',
    )
  })

  it('fails when nobody listens', async () => {
    const gone = await smtpServer()
    await gone.close()
    const mailer = createMailer({ smtpUrl: gone.url, from })
    await expect(mailer.send({ to: 'sari@contoh.test', subject: 'Halo', text: 'x' })).rejects.toThrow(
      'ECONNREFUSED',
    )
  })
})

describe('the recording mailer of the tests', () => {
  it('keeps every letter', async () => {
    const mailer = recordingMailer()
    await mailer.send({ to: 'sari@contoh.test', subject: 'Halo', text: 'x' })
    expect(mailer.sent).toEqual([{ to: 'sari@contoh.test', subject: 'Halo', text: 'x' }])
  })
})
