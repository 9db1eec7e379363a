import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB; 0 where the system does not tell (no Linux, or the process has ended). */
export function residentMegabytes(pid: number | undefined): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}
