/** How long what is still to be made will take, as a person says it. */
export interface TimeLeft {
  /** Marks a part as done. */
  finish(part: string): void;
  /** “about 20 s left”, by how quick the parts so far were; nothing once all is done. */
  say(): string;
}

/** Of parts that take so many seconds each where nothing else is at work; `now` in milliseconds. */
export function makeTimeLeft(
  seconds: Readonly<Record<string, number>>,
  now: () => number = () => performance.now()
): TimeLeft {
  const started = now();
  const left = new Map(Object.entries(seconds));
  let expected = 0;
  return {
    finish(part) {
      expected += left.get(part) ?? 0;
      left.delete(part);
    },
    say() {
      if (left.size === 0) return "";
      const pace = expected > 0 ? Math.max((now() - started) / 1000 / expected, 0.5) : 1;
      const remaining = pace * [...left.values()].reduce((sum, value) => sum + value, 0);
      return `about ${remaining < 10 ? Math.ceil(remaining) : 5 * Math.ceil(remaining / 5)} s left`;
    }
  };
}
