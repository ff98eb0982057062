import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";

/**
 * By package, the names that pages and components use of it: those in braces, and those after the dot of an
 * `import * as`. A package is left out where it is imported in any other way. Types are not counted.
 */
export async function namesUsed(folder: string): Promise<Map<string, Set<string>>> {
  const used = new Map<string, Set<string>>();
  const whole = new Set<string>();
  for (const file of await readdir(folder, {recursive: true})) {
    if (!/^(?!\.observablehq).*\.(ts|md)$/.test(file)) continue;
    const text = await readFile(join(folder, file), "utf8");
    for (const [, what, name] of text.matchAll(/^import (?!type\b)([^;"]+?) from "([^."][^"]*)";/gm)) {
      const names = collectNames(what, text);
      if (names) used.set(name, new Set([...(used.get(name) ?? []), ...names]));
      else whole.add(name);
    }
  }
  for (const name of whole) used.delete(name);
  return used;
}

function collectNames(what: string, text: string): string[] | null {
  const [, space] = /^\* as (\w+)$/.exec(what) ?? [];
  // A name that starts with a capital is a type.
  if (space) return [...text.matchAll(new RegExp(`\\b${space}\\.([a-z]\\w*)`, "g"))].map(([, name]) => name);
  const [, braced] = /^\{([^}]*)\}$/.exec(what) ?? [];
  if (braced === undefined) return null;
  return braced
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("type "))
    .map((part) => part.split(" as ")[0].trim());
}
