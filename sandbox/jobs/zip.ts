import { crc32, deflateRawSync } from "node:zlib";

const version = 20;
const deflated = 8;
const midnightOf1980 = 0x21;

/** A zip archive with one file in it (APPNOTE 6.3, without Zip64). */
export function zip(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(version, 0);
  common.writeUInt16LE(deflated, 4);
  common.writeUInt16LE(midnightOf1980, 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, nameBytes, data]);
  const made = Buffer.alloc(2);
  made.writeUInt16LE(version, 0);
  // Comment, disk, attributes and the place of the local header are all zero for the only file.
  const entry = Buffer.concat([
    Buffer.from("PK\x01\x02", "latin1"),
    made,
    common,
    Buffer.alloc(14),
    nameBytes,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from("PK\x05\x06", "latin1"), end]);
}
