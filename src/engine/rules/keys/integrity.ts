import { lastDay } from '../cycle-days'
import { numberOf } from '../rule'
import { sayNumber, sayShare } from '../say'
import type { ProfileFacts } from '../facts'
import { key } from './key'
import { countFigure, profilePoints, shareFigure, surveyPoints } from './points'

/** Reports of gratification are shown and decide nothing: more of them may mean more openness or more gifts. */
export const integrity = key({
  id: 'key-integrity',
  title: 'Perubahan integritas',
  reads: ['today', 'cycle', 'profiles', 'surveys'],
  numbers: ['index_steady', 'count_steady', 'share_steady'],
  indicators: (facts, means) => {
    const end = lastDay(facts)
    const profile = (figure: Parameters<typeof profilePoints>[2]) =>
      profilePoints(facts.profiles, end, figure)
    return [
      {
        key: 'ipak',
        label: 'IPAK',
        points: surveyPoints(facts.surveys, 'IPAK', end),
        better: 'higher',
        steady: numberOf(means, 'index_steady'),
        say: sayNumber,
        next: 'Catat hasil survei IPAK tahun ini dan sebelumnya, dan tindak lanjuti unsur yang terendah.',
      },
      {
        key: 'violations',
        label: 'pelanggaran disiplin',
        points: profile(({ violations }) => countFigure(violations)),
        better: 'lower',
        steady: numberOf(means, 'count_steady'),
        say: sayNumber,
        next: 'Catat pelanggaran disiplin di profil setiap triwulan, dan bina unit yang pelanggarannya naik.',
      },
      {
        key: 'wealth_reports',
        label: 'laporan harta kekayaan',
        points: profile(wealthReports),
        better: 'higher',
        steady: numberOf(means, 'share_steady'),
        say: sayShare,
        next: 'Dorong wajib lapor LHKPN dan LHKASN yang belum melapor, dan catat di profil satker.',
      },
      {
        key: 'gratification_reports',
        label: 'laporan gratifikasi',
        points: profile(({ gratificationReports }) => countFigure(gratificationReports)),
        better: 'higher',
        steady: numberOf(means, 'count_steady'),
        say: sayNumber,
        next: 'Catat laporan gratifikasi di profil setiap triwulan.',
        decides: false,
      },
    ]
  },
  next: 'Pilih satu titik rawan dan tunjukkan perubahannya pada survei atau profil berikutnya.',
})

/** Of both kinds together, and only where both are told. */
const wealthReports = ({ lhkpnDue, lhkpnFiled, lhkasnDue, lhkasnFiled }: ProfileFacts) =>
  lhkpnDue === null || lhkpnFiled === null || lhkasnDue === null || lhkasnFiled === null
    ? null
    : shareFigure(Math.min(lhkpnFiled, lhkpnDue) + Math.min(lhkasnFiled, lhkasnDue), lhkpnDue + lhkasnDue)
