import {crc32, deflateRawSync} from "node:zlib";
import type {Published} from "./csv.ts";

/** Several files in one zip archive, dated 1980 so that the same files make the same bytes. */
export function zip(path: string, members: readonly Published[]): Published {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {path: inner, bytes} of members) {
    const name = Buffer.from(inner, "utf-8");
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); // version needed
    facts.writeUInt16LE(0x0800, 2); // names are UTF-8
    facts.writeUInt16LE(8, 4); // deflated
    facts.writeUInt16LE(0x0021, 8); // 1 January 1980
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), facts, name, packed);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, entry, name);
    offset += 4 + facts.length + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return {path, bytes: Buffer.concat([...parts, list, Buffer.from("PK\x05\x06", "latin1"), end])};
}
