/** A seed for d3.randomLcg from a name, so that draws depend on what they are for and on nothing else: FNV-1a over 2³². */
export function seedOf(name: string, start: number): number {
  let hash = (2166136261 ^ start) >>> 0;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 16777619) >>> 0;
  return hash / 2 ** 32;
}
