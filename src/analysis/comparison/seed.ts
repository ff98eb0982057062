/** A seed of a random generator from a name, so that draws depend on what they are for and on nothing else: 32 bits of FNV-1a. */
export function hashSeed(name: string, start: number): number {
  let hash = (2166136261 ^ start) >>> 0;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619) >>> 0;
  return hash;
}
