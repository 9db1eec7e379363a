/** An indicator before and after an innovation: decimal texts, civil dates. */
export interface Measurement {
  readonly startedOn: string
  readonly indicator: string
  readonly beforeValue: string | null
  readonly beforeOn: string | null
  readonly afterValue: string | null
  readonly afterOn: string | null
}

export type MeasureState = 'unmeasured' | 'awaiting-after' | 'measured'

/** How far an innovation was measured. */
export function measureState({ beforeValue, afterValue }: Measurement): MeasureState {
  if (beforeValue === null) return 'unmeasured'
  return afterValue === null ? 'awaiting-after' : 'measured'
}

type MeasureFault =
  | 'no-indicator'
  | 'no-before'
  | 'no-value'
  | 'no-date'
  | 'in-the-future'
  | 'before-the-start'
  | 'before-the-before'

export type MeasureFaults = Partial<
  Record<'indicator' | 'beforeValue' | 'beforeOn' | 'afterValue' | 'afterOn', MeasureFault>
>

/** What two measurements cannot be together, by the fact to correct. */
export function measureFaults(facts: Measurement, today: string): MeasureFaults {
  const { indicator, beforeValue, beforeOn, afterValue, afterOn } = facts
  const said = [beforeValue, beforeOn, afterValue, afterOn].some(fact => fact !== null)
  const noBefore = afterValue !== null && beforeValue === null
  return {
    ...(said && indicator === '' ? { indicator: 'no-indicator' } : {}),
    ...(noBefore
      ? { beforeValue: 'no-before' }
      : beforeOn !== null && beforeValue === null
        ? { beforeValue: 'no-value' }
        : {}),
    ...faultOf('beforeOn', dateFault(beforeValue, beforeOn, today)),
    ...(afterOn !== null && afterValue === null ? { afterValue: 'no-value' } : {}),
    ...faultOf('afterOn', dateFault(afterValue, afterOn, today) ?? orderFault(facts)),
  }
}

const faultOf = (fact: keyof MeasureFaults, fault: MeasureFault | null): MeasureFaults =>
  fault === null ? {} : { [fact]: fault }

function dateFault(value: string | null, on: string | null, today: string): MeasureFault | null {
  if (on === null) return value === null ? null : 'no-date'
  return on > today ? 'in-the-future' : null
}

function orderFault({ startedOn, beforeOn, afterOn }: Measurement): MeasureFault | null {
  if (afterOn === null) return null
  if (afterOn < startedOn) return 'before-the-start'
  return beforeOn !== null && afterOn < beforeOn ? 'before-the-before' : null
}
