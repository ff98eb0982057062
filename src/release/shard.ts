/** Bytes that a file of several partnerships should hold, more or less. */
const SIZE = 65_536;

/** How many files, a power of two, hold so many bytes. */
export const shardsFor = (bytes: number, size = SIZE): number => 2 ** Math.max(0, Math.ceil(Math.log2(bytes / size)));

/** The file that a name belongs in, by FNV-1a: the same for the same name, whatever else there is. */
export function findShard(name: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return String(hash % shards);
}
