import type { Dice } from '../dice'
import { Canvas } from './canvas'

const WALLS = [
  [214, 222, 228],
  [226, 220, 206],
  [205, 218, 210],
  [222, 212, 218],
] as const
const SHIRTS = [
  [38, 70, 120],
  [120, 60, 50],
  [60, 110, 80],
  [90, 90, 100],
  [150, 120, 60],
] as const
const SKIN = [148, 104, 76] as const

/** A room with a screen and people in rows, different for every throw of the dice. */
export function meetingPhoto(dice: Dice): Buffer {
  const picture = new Canvas(320, 208, dice.pick(WALLS))
  picture.rectangle(0, 156, 320, 52, [120, 98, 78])
  picture.rectangle(100, 14, 120, 60, [60, 66, 74])
  picture.rectangle(105, 19, 110, 50, [236, 240, 244])
  for (let bar = 0; bar < 5; bar++) {
    const height = 8 + dice.below(32)
    picture.rectangle(115 + bar * 20, 66 - height, 12, height, [11, 92, 171])
  }
  const people = 5 + dice.below(4)
  for (let row = 0; row < 2; row++)
    for (let seat = 0; seat < people; seat++) {
      const x = 20 + row * 13 + Math.round((seat * 286) / people) + dice.below(6)
      const y = 122 + row * 34
      picture.rectangle(x - 11, y + 8, 23, 40, dice.pick(SHIRTS))
      picture.disc(x, y, 9, SKIN)
      picture.rectangle(x - 8, y - 9, 17, 6, [40, 32, 30])
    }
  return picture.toJpeg()
}

/** A window of an application with a menu, figures and bars. */
export function screenPicture(dice: Dice): Buffer {
  const picture = new Canvas(480, 300, [244, 246, 248])
  picture.rectangle(0, 0, 480, 26, [11, 92, 171])
  picture.rectangle(0, 26, 90, 274, [226, 231, 236])
  for (let item = 0; item < 8; item++)
    picture.rectangle(10, 42 + item * 22, 45 + dice.below(27), 8, [150, 160, 172])
  for (let card = 0; card < 3; card++) {
    picture.rectangle(105 + card * 123, 40, 111, 50, [255, 255, 255])
    picture.rectangle(115 + card * 123, 52, 38 + dice.below(45), 14, [40, 60, 80])
  }
  picture.rectangle(105, 105, 357, 178, [255, 255, 255])
  for (let bar = 0; bar < 12; bar++) {
    const height = 22 + dice.below(120)
    picture.rectangle(121 + bar * 28, 270 - height, 16, height, bar < 9 ? [70, 140, 200] : [190, 204, 216])
  }
  return picture.toPng()
}
