import { quarterAt, placeOf, quarterOf } from '../engine/profile/quarter'
import { paths } from '../paths'
import type { RegisterSource } from '../registers/register-source'
import { formatCount } from '../web/format/number'
import { profileDocument } from './profile-entry'
import { quarterName } from './profile-words'
import type { ProfilesService } from './profiles.service'

/** What the profile gives to the shared pages of the registers. */
export const profileSource = (profiles: ProfilesService): RegisterSource => ({
  document: async (actor, id) => profileDocument(await profiles.get(actor, id)),
  summary: async ({ satkerId }, today) => {
    const { quarters, latest } = await profiles.standing(satkerId)
    const ended = placeOf(quarterOf(today)) - 1
    const late = latest === null || latest < ended
    return {
      count:
        latest === null
          ? 'Belum ada triwulan yang tercatat'
          : `${formatCount(quarters)} triwulan, terakhir ${quarterName(quarterAt(latest))}`,
      alerts: late
        ? [
            {
              text: `${quarterName(quarterAt(ended))} belum diisi`,
              href: paths.profiles(satkerId),
              tone: 'warn',
            },
          ]
        : [],
    }
  },
})
