import { measureFaults, measureState, type Measurement } from '../../../src/engine/innovations/measurement'

const TODAY = '2026-03-12'
const whole: Measurement = {
  startedOn: '2025-03-03',
  indicator: 'Lama antrean',
  beforeValue: '40',
  beforeOn: '2025-02-14',
  afterValue: '12.5',
  afterOn: '2025-09-12',
}
const faults = (more: Partial<Measurement>) => measureFaults({ ...whole, ...more }, TODAY)

describe('the measurements of an innovation', () => {
  it('may be two, one, or none', () => {
    expect([measureState(whole), faults({})]).toEqual(['measured', {}])
    const first = { afterValue: null, afterOn: null }
    expect([measureState({ ...whole, ...first }), faults(first)]).toEqual(['awaiting-after', {}])
    const none = { ...first, beforeValue: null, beforeOn: null, indicator: '' }
    expect([measureState({ ...whole, ...none }), faults(none)]).toEqual(['unmeasured', {}])
  })

  it.each([
    [{ beforeValue: null, beforeOn: null }, { beforeValue: 'no-before' }],
    [{ beforeValue: null }, { beforeValue: 'no-before' }],
    [{ beforeValue: null, afterValue: null, afterOn: null }, { beforeValue: 'no-value' }],
    [{ beforeOn: null }, { beforeOn: 'no-date' }],
    [{ afterOn: null }, { afterOn: 'no-date' }],
    [{ afterValue: null }, { afterValue: 'no-value' }],
    [{ indicator: '' }, { indicator: 'no-indicator' }],
    [{ afterOn: '2025-03-02' }, { afterOn: 'before-the-start' }],
    [{ afterOn: '2025-03-03' }, {}],
    [{ beforeOn: '2025-09-13' }, { afterOn: 'before-the-before' }],
    [{ beforeOn: '2025-09-12' }, {}],
    [{ afterOn: '2026-03-13' }, { afterOn: 'in-the-future' }],
    [{ afterOn: '2026-03-12' }, {}],
    [{ beforeOn: '2026-03-13', afterValue: null, afterOn: null }, { beforeOn: 'in-the-future' }],
  ])('with %j have the faults %j', (more, expected) => {
    expect(faults(more)).toEqual(expected)
  })
})
