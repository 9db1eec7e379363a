import { crc32 } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly text: string
}

/** A ZIP of texts that are stored as they are, the container of Office documents. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of entries) {
    const [nameBytes, data] = [Buffer.from(name), Buffer.from(text)]
    const facts = factsOf(nameBytes, data)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, nameBytes])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, nameBytes]))
    local.push(head, data)
    offset += head.length + data.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, index, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** The fields that the local header and the directory share: version 2.0, stored, 1 January 1980. */
function factsOf(name: Buffer, data: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(0x0800, 2)
  facts.writeUInt16LE(33, 8)
  facts.writeUInt32LE(crc32(data), 10)
  facts.writeUInt32LE(data.length, 14)
  facts.writeUInt32LE(data.length, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}
