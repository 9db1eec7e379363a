import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface ReceivedMail {
  readonly from: string
  readonly to: string[]
  readonly message: string
}

/** An SMTP server of a few commands on a free port, which keeps what it is sent; it refuses mail to `refused`. */
export async function smtpServer(refused = 'tak-ada@contoh.test') {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    let pending = ''
    let envelope = { from: '', to: [] as string[] }
    let message: string[] | undefined
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (message) {
        if (line !== '.') return void message.push(line.replace(/^\.\./, '.'))
        mails.push({ ...envelope, message: message.join('\n') })
        message = undefined
        return say('250 kept')
      }
      const address = /<(.*)>/.exec(line)?.[1] ?? ''
      if (/^(EHLO|HELO)/i.test(line)) return say('250 test')
      if (/^MAIL/i.test(line)) envelope = { from: address, to: [] }
      if (/^RCPT/i.test(line)) {
        if (address === refused) return say('550 no such mailbox')
        envelope.to.push(address)
      }
      if (/^DATA/i.test(line)) {
        message = []
        return say('354 go on')
      }
      return say(/^QUIT/i.test(line) ? '221 bye' : '250 ok')
    }
    socket.on('data', data => {
      const lines = (pending + data.toString()).split('\r\n')
      pending = lines.pop() ?? ''
      lines.forEach(hear)
    })
    socket.on('error', () => socket.destroy())
    say('220 test')
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return {
    mails,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    close: async () => {
      sockets.forEach(socket => socket.destroy())
      await new Promise(closed => server.close(closed))
    },
  }
}
