/**
 * Resolves with what each of several works gives, in their order, once all have ended, so that none goes on after what it
 * works with was closed. Throws what stopped the first of them, in their order, that was stopped.
 */
export async function sideBySide<T extends readonly unknown[]>(
  works: readonly [...{[K in keyof T]: () => Promise<T[K]>}]
): Promise<T> {
  const results = await Promise.allSettled(works.map((work) => work()));
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  }) as unknown as T;
}
