/**
 * Whether a pattern of a descriptor is the whole of a file’s name; case does not
 * count. In a pattern # is a digit, * is any run of characters, and {a,b} is one
 * of several; all else is itself.
 *
 * @example fitsPattern("england_ks4{final,revised}.csv", "england_ks4final.csv") // true
 */
export const fitsPattern = (pattern: string, name: string): boolean =>
  new RegExp(`^(?:${makeExpression(pattern)})$`, "i").test(name);

/** A pattern as a regular expression that stands anywhere. */
export const makeExpression = (pattern: string): string =>
  pattern.replace(/[\\^$.|?+()[\]*#{},]/g, (mark) => meanings[mark] ?? `\\${mark}`);

const meanings: Record<string, string> = {"#": "\\d", "*": ".*", "{": "(?:", ",": "|", "}": ")"};

/**
 * A pattern as a person would say it: what changes is a few dots, and of several
 * names the first three are listed.
 *
 * @example sayPattern("######_schools_{revised,final}.csv") // "…_schools_revised.csv or …_schools_final.csv"
 */
export const sayPattern = (pattern: string): string =>
  [...new Set(expand(pattern).map((name) => name.replace(/[#*]+/g, "…")))].slice(0, 3).join(" or ");

/** Every name that a pattern’s alternatives make. */
function expand(pattern: string): string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern];
  const [whole, inner] = group as unknown as [string, string];
  return inner.split(",").flatMap((one) => expand(pattern.replace(whole, one)));
}

/** The names likest to a pattern, the likest first: those that share most of its words. */
export function nearestNames(pattern: string, names: readonly string[], count = 5): string[] {
  const wanted = words(expand(pattern).join(" "));
  const shared = (name: string): number => {
    const own = words(name);
    return own.filter((word) => wanted.includes(word)).length / Math.sqrt(own.length || 1);
  };
  return [...names].sort((a, b) => shared(b) - shared(a) || (a < b ? -1 : 1)).slice(0, count);
}

const words = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
