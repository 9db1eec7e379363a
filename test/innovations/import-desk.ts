import { post, tokenIn, type Browser } from '../support/house'

/** Who brings files to one import, and what comes of them. */
export function importDesk(agent: Browser, uploadPage: string, runPage: string) {
  const upload = async (bytes: Buffer | string, name: string, fields: Record<string, string> = {}) => {
    const sending = agent.post(uploadPage).field('_csrf', tokenIn((await agent.get(uploadPage)).text))
    for (const [field, value] of Object.entries(fields)) void sending.field(field, value)
    return sending.attach('file', Buffer.from(bytes), name)
  }
  const tokenOf = (preview: string) => /name="token" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  return {
    upload,
    tokenOf,
    csv: (rows: readonly string[], fields?: Record<string, string>) =>
      upload(rows.join('\n'), 'berkas.csv', fields),
    run: (preview: string, at = runPage) => post(agent, uploadPage, at, { token: tokenOf(preview) }),
    /** A file as it is downloaded. */
    download: async (address: string): Promise<Buffer> => {
      const { body } = await agent
        .get(address)
        .buffer()
        .parse((answer, done) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () => done(null, Buffer.concat(parts)))
        })
      return body as Buffer
    },
  }
}

export type ImportDesk = ReturnType<typeof importDesk>

/** A fault in the table of a refused import. */
export const faultAt = (row: number, column: string, message: string): RegExp =>
  new RegExp(`<td[^>]*>${row}</td><td[^>]*>${column}</td><td[^>]*>${message.replace(/[.()?]/g, '\\$&')}`)
