import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomInt,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The key of the installation; its private half never leaves its file. */
export interface SealKey {
  /** Ed25519 over a text's UTF-8 bytes, base64. */
  sign(text: string): string
  /** SPKI, base64. */
  readonly publicKey: string
}

/** The key of a file, read when it is first needed: most starts of the program seal nothing. */
export function sealKey(file: string): () => SealKey {
  let known: SealKey | undefined
  return () => (known ??= sealKeyIn(file))
}

/** Reads the key of a file, made on first use and readable by its owner alone; servers of one installation share the file. */
export function sealKeyIn(file: string): SealKey {
  const key = existsSync(file) ? createPrivateKey(readFileSync(file)) : madeIn(file)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  return { publicKey, sign: text => sign(null, Buffer.from(text, 'utf8'), key).toString('base64') }
}

function madeIn(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    return privateKey
  } catch (error) {
    // Another server of the installation was faster.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return createPrivateKey(readFileSync(file))
    throw error
  }
}

/** Whether a text carries the signature of a key; false also for what is no key or signature at all. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** Without characters that are read for one another: 0 O, 1 I L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 12

/** Twelve random characters: about 59 bits, so that codes are not found by trying. */
export const newSealCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** A code as it is typed: with or without spaces, hyphens and small letters; null when it can be none. */
export function readSealCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === CODE_LENGTH && [...code].every(letter => ALPHABET.includes(letter)) ? code : null
}

/** In groups of four, as it is printed. */
export const printedSealCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
