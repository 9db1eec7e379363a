import type { KeyReading } from '../finding'
import type { Rule } from '../rule'
import { integrity } from './integrity'
import { performance } from './performance'
import { service } from './service'

/** Integrity, performance, service: now against before. */
export const KEYS: readonly Rule<KeyReading>[] = [integrity, performance, service]
