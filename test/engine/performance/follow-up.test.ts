import { followUpAfter, isLate } from '../../../src/engine/performance/follow-up'

describe('a follow-up', () => {
  it.each([
    ['open', 'reply', ['answers'], 'replied'],
    ['replied', 'reply', ['answers'], undefined],
    ['open', 'reply', ['asks'], undefined],
    ['open', 'close', ['asks'], 'closed'],
    ['replied', 'close', ['asks'], 'closed'],
    ['closed', 'close', ['asks'], undefined],
    ['replied', 'close', ['answers'], undefined],
    ['replied', 'return', ['asks'], 'open'],
    ['open', 'return', ['asks'], undefined],
    ['closed', 'reply', ['asks', 'answers'], undefined],
  ] as const)('that is %s: %s by %j makes it %s', (state, act, sides, after) => {
    expect(followUpAfter(state, act, sides)).toBe(after)
  })

  it.each([
    ['open', '2026-03-12', false],
    ['open', '2026-03-11', true],
    ['replied', '2026-03-11', false],
    ['closed', '2026-03-11', false],
  ] as const)('that is %s and due on %s is late on 12 March: %s', (state, dueOn, late) => {
    expect(isLate(state, dueOn, '2026-03-12')).toBe(late)
  })
})
