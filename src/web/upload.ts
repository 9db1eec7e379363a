import type { NextFunction, Request, RequestHandler, Response } from 'express'
import multer, { MulterError, type StorageEngine } from 'multer'
import type { UploadLimits } from '../storage/file-kinds'
import { receiveUpload, type StagedUpload } from '../storage/receive-upload'
import { safeName } from '../storage/safe-name'
import type { Storage } from '../storage/storage'
import { brokenOff, UploadRefused, type RefusalReason } from '../storage/upload-refused'
import { unreadable } from './readable-input'

/** A staged file and the form field it came in. */
export interface PostedFile extends StagedUpload {
  readonly field: string
}

export interface RefusedFile {
  readonly field: string
  readonly name: string
  readonly reason: RefusalReason
  /** A whole sentence in Indonesian. */
  readonly message: string
}

declare global {
  namespace Express {
    interface Request {
      /** Files received and not yet committed; discarded when the response ends. */
      staged: PostedFile[]
      /** Files that were refused; they never cost the others. */
      refusedFiles: RefusedFile[]
    }
  }
}

export interface UploadOptions {
  readonly storage: Storage
  /** The kinds this page takes and the most each may weigh. */
  readonly limits: UploadLimits
  readonly maxFiles?: number
  /** Most bytes of a whole request; a longer one is not read. Default: `maxFiles` of the largest kind, at most 1 GB. */
  readonly maxRequestBytes?: number
}

const GIGABYTE = 1024 ** 3
const FORM_BYTES = 1024 * 1024
const FIELD_BYTES = 64 * 1024
/** An input in which no file was chosen is sent as a file without a name. */
const EMPTY_INPUTS = 5

/**
 * Receives a multipart form: fields in `req.body`, files staged in `req.staged`, refused ones in `req.refusedFiles`.
 * Nothing is kept: the service commits what it wants, the rest is discarded when the response closes.
 * Runs after session, policy and origin check, before the CSRF check (the token is a field of the form).
 * A form that breaks off, is too large or holds too many files goes to `next` as UploadRefused.
 */
export function receiveFiles(options: UploadOptions): RequestHandler {
  const { maxFiles = 20 } = options
  const largest = Math.max(...Object.values(options.limits))
  const maxRequestBytes = options.maxRequestBytes ?? Math.min(maxFiles * largest, GIGABYTE) + FORM_BYTES
  return (req: Request, res: Response, next: NextFunction) => {
    const reception = new Reception(res, options, maxFiles)
    req.staged = []
    req.refusedFiles = []
    if (Number(req.headers['content-length'] ?? 0) > maxRequestBytes) {
      return next(
        new UploadRefused('too-large', 'kiriman terlalu besar. Unggah lebih sedikit berkas sekaligus.'),
      )
    }
    parserInto(reception, maxFiles)(req, res, (error?: unknown) => {
      req.staged = reception.staged()
      req.refusedFiles = reception.refused
      next(error ? reception.refusalOf(error) : unreadable(req.body))
    })
  }
}

const parserInto = (storage: StorageEngine, maxFiles: number) =>
  multer({
    storage,
    defParamCharset: 'utf8',
    preservePath: true,
    limits: {
      fields: 1000,
      files: maxFiles + EMPTY_INPUTS,
      parts: 1000 + 5 * maxFiles,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 200,
      headerPairs: 50,
    },
  }).any()

/** The files of one request; whatever is not committed when its response closes is discarded. */
class Reception implements StorageEngine {
  readonly refused: RefusedFile[] = []
  private readonly arrived: (PostedFile | undefined)[] = []
  private failure: unknown

  constructor(
    private readonly res: Response,
    private readonly options: UploadOptions,
    private readonly maxFiles: number,
  ) {
    res.once('close', () => this.staged().forEach(file => this.discard(file)))
  }

  staged(): PostedFile[] {
    return this.arrived.filter(file => file !== undefined)
  }

  refusalOf(error: unknown): unknown {
    if (error instanceof MulterError)
      return error.code === 'LIMIT_FILE_COUNT'
        ? tooMany(this.maxFiles)
        : new UploadRefused('too-many', 'isian formulir terlalu banyak.')
    return error === this.failure ? error : brokenOff()
  }

  _handleFile(
    _req: Request,
    file: Express.Multer.File,
    done: (error?: unknown, info?: object) => void,
  ): void {
    // The whole form ends here: each further part would cost its time, however often it is refused.
    if (this.arrived.length >= this.maxFiles) return done((this.failure = tooMany(this.maxFiles)))
    const place = this.arrived.push(undefined) - 1
    this.receive(file, place).then(
      () => done(null, {}),
      (error: unknown) => done((this.failure = error)),
    )
  }

  // Nothing to do for one file: all are discarded when the response closes.
  _removeFile(_req: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    done(null)
  }

  private async receive(file: Express.Multer.File, place: number): Promise<void> {
    const { storage, limits } = this.options
    try {
      const upload = {
        ...(await receiveUpload(storage, file.stream, file.originalname, limits)),
        field: file.fieldname,
      }
      this.arrived[place] = upload
      if (this.res.closed) this.discard(upload)
    } catch (error) {
      if (!(error instanceof UploadRefused) || error.reason === 'broken') throw error
      const name = safeName(file.originalname)
      const message = `${name} ditolak: ${error.message}`
      this.refused.push({ field: file.fieldname, name, reason: error.reason, message })
      file.stream.resume()
    }
  }

  private discard(file: PostedFile): void {
    this.options.storage.discard(file).catch(() => undefined)
  }
}

const tooMany = (most: number) => new UploadRefused('too-many', `paling banyak ${most} berkas sekali unggah.`)
