/** The distinct texts in the order in which they first appear, and the index of each text among them. */
export function findLevels(texts: readonly string[]): {levels: string[]; of: Int32Array} {
  const at = new Map<string, number>();
  const of = Int32Array.from(texts, (text) => {
    if (!at.has(text)) at.set(text, at.size);
    return at.get(text)!;
  });
  return {levels: [...at.keys()], of};
}
