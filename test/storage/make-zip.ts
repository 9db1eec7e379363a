import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A part packed beforehand, with the size it claims to have. */
export interface PackedPart {
  readonly packed: Buffer
  readonly claimedSize: number
}

/** About 1 MB that unpacks to 1 GB, without ever having been that large. */
export function bomb(claimedSize = 1024 ** 3): PackedPart {
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024, 32), { finishFlush: constants.Z_FULL_FLUSH })
  return { packed: Buffer.concat([...Array<Buffer>(64).fill(block), deflateRawSync('')]), claimedSize }
}

/** A ZIP archive of the given entries, deflated, made by hand so that tests can also make wrong ones. */
export function makeZip(entries: Record<string, string | Buffer | PackedPart>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const { packed, claimedSize, checksum } = packedPart(content)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt16LE(0x21, 8)
    facts.writeUInt32LE(checksum, 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claimedSize, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, Buffer.from(name))
    bodies.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(bodies.length, 8)
  end.writeUInt16LE(bodies.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

function packedPart(content: string | Buffer | PackedPart) {
  if (typeof content === 'object' && 'packed' in content) return { ...content, checksum: 0 }
  const bytes = Buffer.from(content)
  return { packed: deflateRawSync(bytes), claimedSize: bytes.length, checksum: crc32(bytes) }
}
