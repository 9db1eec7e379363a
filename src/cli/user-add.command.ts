import { systemActor } from '../access/actor'
import { partNames } from '../accounts/part-names'
import { newPersonForm } from '../accounts/people.form'
import { Invalid } from '../refusals'
import type { Services } from '../services'
import { EXIT, type CommandIo } from './command-io'

/** As typed; what is missing is empty. */
export interface UserAddArguments {
  readonly name: string
  readonly nip?: string | undefined
  readonly email?: string | undefined
  readonly role: string
  /** Code of the satker. */
  readonly satker: string
  /** `1,2,B` */
  readonly parts?: string | undefined
  readonly acting?: boolean | undefined
}

/** `zi user add`: one account with its role; prints the link that sets its password once. */
export async function userAddCommand(
  args: UserAddArguments,
  { people, instruments }: Services,
  io: CommandIo,
): Promise<number> {
  const form = newPersonForm(partNames(await instruments.inUse())).safeParse({
    ...args,
    nip: args.nip ?? '',
    email: args.email ?? '',
    parts: args.parts?.split(',').map(part => part.trim()),
    acting: args.acting ? 'ya' : '',
  })
  if (!form.success) {
    for (const issue of form.error.issues) io.stderr(`${issue.path.join('.')}: ${issue.message}\n`)
    return EXIT.malformed
  }
  const { name, nip, email, ...first } = form.data
  try {
    const { link } = await people.create(systemActor('zi user add'), { name, nip, email }, first)
    io.stdout(`${link.address}\n`)
    if (link.mailedTo) io.stderr(`Tautan juga dikirim ke ${link.mailedTo}.\n`)
    return EXIT.done
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    io.stderr(`${error.message}\n`)
    return EXIT.failed
  }
}
