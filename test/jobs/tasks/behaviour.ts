interface Behaviour {
  readonly act: 'echo' | 'throw' | 'spin' | 'exit' | 'fill-heap' | 'fill-buffers' | 'environment'
  readonly payload?: unknown
}

const hoard: unknown[] = []

/** A task that behaves as told, for the tests of the forking itself. */
export async function run({ act, payload }: Behaviour): Promise<unknown> {
  if (act === 'throw') throw new Error(String(payload))
  if (act === 'exit') process.exit(3)
  if (act === 'environment') return Object.keys(process.env)
  while (act === 'spin') Math.sqrt(2)
  while (act === 'fill-heap') hoard.push(new Array(10_000).fill(hoard.length))
  while (act === 'fill-buffers') {
    hoard.push(Buffer.alloc(8 * 1024 * 1024, 1))
    await new Promise(resolve => setTimeout(resolve, 2))
  }
  return payload
}
