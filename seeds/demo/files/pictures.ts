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
  const picture = new Canvas(480, 320, dice.pick(WALLS))
  picture.rectangle(0, 240, 480, 80, [120, 98, 78])
  picture.rectangle(150, 24, 180, 92, [60, 66, 74])
  picture.rectangle(158, 32, 164, 76, [236, 240, 244])
  for (let bar = 0; bar < 5; bar++) {
    const height = 12 + dice.below(48)
    picture.rectangle(172 + bar * 30, 102 - height, 18, height, [11, 92, 171])
  }
  const people = 5 + dice.below(4)
  for (let row = 0; row < 2; row++)
    for (let seat = 0; seat < people; seat++) {
      const x = 30 + row * 20 + Math.round((seat * 430) / people) + dice.below(8)
      const y = 190 + row * 52
      picture.rectangle(x - 16, y + 12, 34, 60, dice.pick(SHIRTS))
      picture.disc(x, y, 13, SKIN)
      picture.rectangle(x - 12, y - 14, 25, 9, [40, 32, 30])
    }
  return picture.toJpeg()
}

/** A window of an application with a menu, figures and bars. */
export function screenPicture(dice: Dice): Buffer {
  const picture = new Canvas(640, 400, [244, 246, 248])
  picture.rectangle(0, 0, 640, 34, [11, 92, 171])
  picture.rectangle(0, 34, 120, 366, [226, 231, 236])
  for (let item = 0; item < 8; item++)
    picture.rectangle(14, 56 + item * 30, 60 + dice.below(36), 10, [150, 160, 172])
  for (let card = 0; card < 3; card++) {
    picture.rectangle(140 + card * 164, 54, 148, 66, [255, 255, 255])
    picture.rectangle(154 + card * 164, 70, 50 + dice.below(60), 18, [40, 60, 80])
  }
  picture.rectangle(140, 140, 476, 236, [255, 255, 255])
  for (let bar = 0; bar < 12; bar++) {
    const height = 30 + dice.below(160)
    picture.rectangle(162 + bar * 37, 360 - height, 22, height, bar < 9 ? [70, 140, 200] : [190, 204, 216])
  }
  return picture.toPng()
}
