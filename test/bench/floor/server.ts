import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzip } from 'node:zlib'
import { openBare, rowsOf, run } from '../sqlite'

/**
 * The floor: node:http over the same driver, PRAGMAs and rows, without framework, session or audit.
 * `GET /sehat` asks the database for 1, `GET /page` reads the rows of the worksheet with one query and sends the
 * bytes of the application's page, `POST /answer` is one update.
 */
async function main(): Promise<void> {
  const { BENCH_FILE, BENCH_PORT, BENCH_PAGE, BENCH_ASSESSMENT, BENCH_WORKSHEET } = process.env
  const database = await openBare(BENCH_FILE ?? '')
  const page = BENCH_PAGE ? readFileSync(BENCH_PAGE) : Buffer.alloc(0)

  const answers: Readonly<Record<string, (req: IncomingMessage, res: ServerResponse) => Promise<void>>> = {
    'GET /sehat': async (_req, res) => {
      await rowsOf(database, 'SELECT 1')
      send(res, 'text/plain', Buffer.from('baik\n'))
    },
    'GET /page': async (req, res) => {
      await rowsOf(database, WORKSHEET_ROWS, [BENCH_WORKSHEET, BENCH_ASSESSMENT])
      if (req.headers['accept-encoding'] !== 'gzip') return send(res, 'text/html', page)
      res.setHeader('Content-Encoding', 'gzip')
      send(res, 'text/html', await packed(page))
    },
    'POST /answer': async (req, res) => {
      const { question, option } = JSON.parse(await bodyOf(req)) as { question: string; option: string }
      await run(
        database,
        `UPDATE answers SET option = ?, value_version = value_version + 1, value_at = ?
          WHERE worksheet_id = ? AND question = ?`,
        [option, new Date().toISOString(), BENCH_WORKSHEET, question],
      )
      send(res, 'application/json', Buffer.from('{"saved":true}'))
    },
  }

  createServer((req, res) => {
    const answer = answers[`${req.method} ${req.url}`]
    if (!answer) return void res.writeHead(404).end()
    answer(req, res).catch(() => res.writeHead(500).end())
  }).listen(Number(BENCH_PORT), '127.0.0.1')
}

/** The rows that the page of the whole worksheet is made of: its answers, and the uses of evidence with their pieces. */
const WORKSHEET_ROWS = `
  SELECT id, question, option, inputs, value_version, value_by, value_at, note, note_version, note_by, note_at, carried
    FROM answers WHERE worksheet_id = ?
  UNION ALL
  SELECT u.id, u.question, e.title, u.stages, u.version, e.nature, e.happened_on, u.claim, e.version, e.access, u.page, e.id
    FROM evidence_uses u JOIN evidence e ON e.id = u.evidence_id WHERE u.assessment_id = ?`

function send(res: ServerResponse, type: string, body: Buffer): void {
  res.setHeader('Content-Type', type)
  res.setHeader('Content-Length', body.length)
  res.end(body)
}

const packed = (body: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => gzip(body, (error, result) => (error ? reject(error) : resolve(result))))

async function bodyOf(req: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of req) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

void main()
