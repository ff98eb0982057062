import {crc32, deflateRawSync} from "node:zlib";

/** An archive with its directory made to lie: locked, another size, another name of the same length. */
export function altered(
  archive: Buffer,
  {encrypted = false, size, rename}: {encrypted?: boolean; size?: number; rename?: [string, string]}
): Buffer {
  const bytes = Buffer.from(archive);
  const heads = [
    {sign: "PK\x01\x02", flags: 8, size: 24},
    {sign: "PK\x03\x04", flags: 6, size: 22}
  ];
  for (const {sign, flags, size: at} of heads) {
    for (let i = bytes.indexOf(sign); i >= 0; i = bytes.indexOf(sign, i + 4)) {
      if (encrypted) bytes.writeUInt16LE(bytes.readUInt16LE(i + flags) | 1, i + flags);
      if (size !== undefined) bytes.writeUInt32LE(size, i + at);
    }
  }
  if (rename) {
    const [from, to] = rename.map((name) => Buffer.from(name)) as [Buffer, Buffer];
    for (let i = bytes.indexOf(from); i >= 0; i = bytes.indexOf(from, i + 1)) to.copy(bytes, i);
  }
  return bytes;
}

/** An archive of one file whose sizes and places stand in the fields of large archives. */
export function zip64Of(path: string, content: Buffer): Buffer {
  const name = Buffer.from(path);
  const packed = deflateRawSync(content);
  const none = 0xffffffff;
  const long = (...values: number[]) => {
    const field = Buffer.alloc(4 + 8 * values.length);
    field.writeUInt16LE(1, 0);
    field.writeUInt16LE(8 * values.length, 2);
    values.forEach((value, i) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * i));
    return field;
  };
  const head = (extra: Buffer) => {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(45, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(0x00210000, 6);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(none, 14);
    shared.writeUInt32LE(none, 18);
    shared.writeUInt16LE(name.length, 22);
    shared.writeUInt16LE(extra.length, 24);
    return shared;
  };
  const localExtra = long(content.length, packed.length);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), head(localExtra), name, localExtra, packed]);
  const extra = long(content.length, packed.length, 0);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(none, 10);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x2d\x00"), head(extra), rest, name, extra]);
  const end64 = Buffer.alloc(56);
  end64.write("PK\x06\x06", 0, "latin1");
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(1n, 24);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(central.length), 40);
  end64.writeBigUInt64LE(BigInt(local.length), 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", 0, "latin1");
  locator.writeBigUInt64LE(BigInt(local.length + central.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(0, 4);
  end.writeUInt16LE(0, 6);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([local, central, end64, locator, end]);
}
