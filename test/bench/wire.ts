import { connect, type Socket } from 'node:net'

export interface Reply {
  readonly status: number
  readonly body: Buffer
  /** From the first byte sent to the last byte received. */
  readonly ms: number
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n')

/** One kept-alive connection that sends ready bytes: a client so thin that what is measured is the server. */
export class Wire {
  private pieces: Buffer[] = []
  private length = 0
  private wanted: { bodyAt: number; end: number | 'chunked'; status: number } | undefined
  private waiting:
    { started: number; resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', piece => this.receive(piece))
    const lost = () => this.waiting?.reject(new Error('The connection was lost.'))
    socket.on('close', lost)
    socket.on('error', lost)
  }

  static open(port: number): Promise<Wire> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Wire(socket)))
      socket.once('error', reject)
    })
  }

  exchange(request: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = { started: performance.now(), resolve, reject }
      this.socket.write(request)
    })
  }

  close(): void {
    this.waiting = undefined
    this.socket.destroy()
  }

  private receive(piece: Buffer): void {
    this.pieces.push(piece)
    this.length += piece.length
    this.wanted ??= headOf(this.pieces.length === 1 ? piece : Buffer.concat(this.pieces))
    if (!this.wanted || !this.isWhole(piece)) return
    const { started, resolve } = this.waiting!
    const ms = performance.now() - started
    const { bodyAt, status } = this.wanted
    const body = Buffer.concat(this.pieces).subarray(bodyAt)
    this.pieces = []
    this.length = 0
    this.wanted = undefined
    this.waiting = undefined
    resolve({ status, body, ms })
  }

  private isWhole(last: Buffer): boolean {
    if (this.wanted?.end !== 'chunked') return this.length >= (this.wanted?.end ?? Infinity)
    const tail = last.length >= LAST_CHUNK.length ? last : Buffer.concat(this.pieces)
    return tail.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
  }
}

function headOf(received: Buffer) {
  const end = received.indexOf(HEAD_END)
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const bodyAt = end + HEAD_END.length
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  const status = Number(head.slice(9, 12))
  return { bodyAt, status, end: length === undefined ? ('chunked' as const) : bodyAt + Number(length) }
}

export interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
}

/** The bytes of one request. */
export function requestBytes({ method = 'GET', path, headers = {}, json }: Asked): Buffer {
  const body = json === undefined ? '' : JSON.stringify(json)
  const all: Record<string, string> = {
    host: '127.0.0.1',
    connection: 'keep-alive',
    ...headers,
    ...(json === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}
