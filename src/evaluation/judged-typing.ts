import type { FlagKind } from '../engine/scoring/score'
import type { ClashedSide } from './judgement-clash.page'
import type { PostedJudgement } from './judging.form'

/** What came back from a form: what was typed, what was refused, what somebody else changed meanwhile. */
export interface JudgedTyping {
  /** Only the fields that were changed: the others show what stands. */
  readonly judgement?: Partial<Pick<PostedJudgement, 'option' | 'inputs' | 'note' | 'decision'>> | undefined
  /** By input key, `option`, `note` or `decision`. */
  readonly errors?: Readonly<Record<string, string>> | undefined
  readonly clash?: readonly ClashedSide[] | undefined
  readonly ruling?: { readonly kind: FlagKind; readonly reason: string; readonly error: string } | undefined
  readonly phrase?: { readonly text: string; readonly error: string } | undefined
}
