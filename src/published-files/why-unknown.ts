import {makeExpression} from "./file-pattern.ts";
import {listOrigins} from "./origin.ts";
import {lackedBy, plainName} from "./recognise.ts";
import {allNames, type Source} from "./source.ts";

/** Why a file is none that is known: what it lacks to be the one that its name, or its header, is nearest to. */
export function whyUnknown(
  file: string,
  header: readonly string[],
  closest: {id: string; lacks: readonly string[]} | null,
  sources: readonly Source[]
): string {
  const named = calledAs(file, sources);
  if (named) {
    const lacks = lackedBy(header, named);
    const also = describingNames(named).filter((name) => !has(header, name));
    const rest = also.length ? ` (also without ${also.slice(0, 6).join(", ")})` : "";
    return `by its name ${named.id} (${named.title.toLowerCase()}), but without ${lacks.join(", ")}${rest}`;
  }
  if (closest) return `most like ${closest.id}, but without ${closest.lacks.join(", ")}`;
  return "no dataset has such a header";
}

const has = (header: readonly string[], name: string): boolean =>
  header.some((one) => plainName(one) === plainName(name));

/** The newest published names of the columns that say whose a row is. */
const describingNames = ({columns}: Source): string[] =>
  Object.values(columns)
    .filter(({is}) => is === "key" || is === "text")
    .flatMap((column) => allNames(column).slice(-1));

/** The source whose files are called so by their publisher; of several the one whose header has most of its names. */
function calledAs(file: string, sources: readonly Source[]): Source | null {
  const name = file
    .split(/[/\\›]/)
    .at(-1)!
    .trim()
    .replace(/\.(csv|tsv|txt)$/i, "");
  const called = sources.filter((source) =>
    collectNames(source).some((pattern) => new RegExp(pattern, "i").test(name))
  );
  return called[0] ?? null;
}

/** What a publisher calls the files of a source, without ending, as regular expressions that stand anywhere in a name. */
const collectNames = (source: Source): string[] =>
  listOrigins(source).flatMap((origin) => {
    if (origin.service === "statistics_rows") return [];
    if (origin.service === "performance_tables")
      return `(^|_)${makeExpression(origin.member.replace(/\.csv$/, "").replace(/^england_/, ""))}`;
    if (origin.service === "register") return `^${origin.name}\\d*$`;
    return `^${makeExpression(origin.file.replace(/\.(csv|xlsx)$/, "")).replace("YEAR", "\\d{4}-\\d{2}")}$`;
  });
