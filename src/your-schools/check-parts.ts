const SIGNS = {end: 0x06054b50, entry: 0x02014b50};

/**
 * Throws an Error where what an archive was unpacked to is not what was packed: each part has a sum of its bytes (CRC-32)
 * in the directory at the end, which the unpacker does not look at.
 */
export function refuseDamagedParts(archive: Uint8Array, parts: Readonly<Record<string, Uint8Array>>): void {
  const sums = readSums(archive);
  for (const [name, bytes] of Object.entries(parts)) {
    const sum = sums.get(name);
    if (sum !== undefined && sum !== crc32(bytes)) throw new Error(`its part ${name} is damaged`);
  }
}

/** The sums in the directory of an archive, by the name of the part; none where it has another kind of directory. */
function readSums(archive: Uint8Array): Map<string, number> {
  const sums = new Map<string, number>();
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== SIGNS.end) end--;
  if (end < 0) return sums;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== SIGNS.entry) break;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    sums.set(new TextDecoder().decode(archive.subarray(at + 46, at + 46 + name)), view.getUint32(at + 16, true));
    at += 46 + name + extra + comment;
  }
  return sums;
}

const table = Uint32Array.from({length: 256}, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
