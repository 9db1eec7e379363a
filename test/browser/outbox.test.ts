const { clearUnsent, forget, keep, newestUnsentOf, unsentOf } = jest.requireActual<{
  clearUnsent: (user: string) => void
  forget: (unsent: object) => void
  keep: (unsent: object) => void
  newestUnsentOf: (user: string) => object[]
  unsentOf: (user: string) => object[]
}>('../../src/browser/worksheet/outbox')

const unsent = (note: string, more: object = {}) => ({
  user: 'wayan',
  assessment: 'batu',
  question: 'A.I.1.i.a',
  field: 'note',
  base: 1,
  url: '/penilaian/batu/jawaban/A.I.1.i.a',
  content: { note },
  ...more,
})

/** A store as browsers have it: its keys are its own properties, its methods are not. */
function storeOf(texts: Record<string, string>) {
  const methods = {
    getItem: (key: string) => texts[key] ?? null,
    setItem: (key: string, text: string) => void (texts[key] = text),
    removeItem: (key: string) => void delete texts[key],
  }
  return new Proxy(texts, {
    get: (_, name) => (name in methods ? methods[name as keyof typeof methods] : texts[String(name)]),
  })
}

const provide = (get: () => unknown) =>
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get })

describe('what was typed and is not on the server yet', () => {
  let texts: Record<string, string>
  beforeEach(() => {
    texts = {}
    const store = storeOf(texts)
    provide(() => store)
  })
  afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'))

  it('is kept by person until it is sent, or cleared', () => {
    keep(unsent('satu'))
    keep(unsent('dua', { question: 'A.I.1.i.b' }))
    keep(unsent('lain', { user: 'bagas' }))
    expect(unsentOf('wayan')).toEqual([unsent('satu'), unsent('dua', { question: 'A.I.1.i.b' })])
    forget(unsent('satu'))
    expect(unsentOf('wayan')).toEqual([unsent('dua', { question: 'A.I.1.i.b' })])
    clearUnsent('wayan')
    expect(unsentOf('wayan')).toEqual([])
    expect(unsentOf('bagas')).toHaveLength(1)
  })

  it('stays when something newer was typed in its place', () => {
    keep(unsent('baru'))
    forget(unsent('lama'))
    expect(unsentOf('wayan')).toEqual([unsent('baru')])
  })

  it('is of each field only what was typed last, when two tabs left several', () => {
    keep(unsent('lama', { base: 9 }))
    keep(unsent('baru', { base: 10 }))
    keep(unsent('bidang lain', { field: 'value' }))
    keep(unsent('satker lain', { assessment: 'laut', base: 2 }))
    const newest = [
      unsent('bidang lain', { field: 'value' }),
      unsent('satker lain', { assessment: 'laut', base: 2 }),
      unsent('baru', { base: 10 }),
    ]
    expect(newestUnsentOf('wayan')).toEqual(newest)
    expect(unsentOf('wayan')).toHaveLength(3)
    forget(unsent('baru', { base: 10 }))
    expect(newestUnsentOf('wayan')).toHaveLength(2)
  })

  it('passes over what cannot be read', () => {
    texts['zi:unsent:wayan:batu:A.I.1.i.a:note:0'] = '{"user":'
    keep(unsent('utuh'))
    expect(unsentOf('wayan')).toEqual([unsent('utuh')])
  })

  it('is nothing, and breaks nothing, where the browser forbids its store', () => {
    const forbid = jest.fn(() => {
      throw new Error('The operation is insecure.')
    })
    provide(forbid)
    keep(unsent('satu'))
    forget(unsent('satu'))
    clearUnsent('wayan')
    expect(unsentOf('wayan')).toEqual([])
    expect(forbid).toHaveBeenCalled()
  })
})
