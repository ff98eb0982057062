import {plainName} from "./recognise.ts";
import {allNames, type Source} from "./source.ts";

/** Endings that programs give columns when tables are joined or figures worked on; no publisher writes them. */
const WORKED_ON =
  /^(.+?)(_x|_y|\.x|\.y|\.\d|_mean|_avg|_median|_std|_sd|_zscore|_z|_log|_norm|_scaled|_lag\d?|_diff|_percent|_pct|_perc|_rank)$/;
const BEFORE = /^(log_|z_|mean_|avg_|delta_|d_|scaled_|std_)(.+)$/;

/** What programs call the numbers of rows that they write before a table. */
const INDEX = /^(|unnamed: ?\d+|\.{3}\d+|x|index|level_\d+|row[._ ]?(names?|id|number)?|__index_level_\d+__)$/;

/** Names that the register alone gives its columns: “Trusts (name)”. */
const OF_REGISTER = /\((name|code)\)$/;

/** Fewer figures of another dataset, or a smaller share of the header, may be a coincidence of names: key stage 2 prints some of the census. */
const FOREIGN = {figures: 2, share: 0.2};

/**
 * Why a table with the header of a source is somebody's own rather than as published: an index of rows in its first
 * column, figures of other datasets, columns of the register, or published names with endings that programs give. Nothing
 * if nothing says so.
 */
export function ownTableSigns(header: readonly string[], source: Source, sources: readonly Source[]): string[] {
  const names = header.map(plainName);
  const own = collectNames(source).all;
  const others = sources.filter(({id}) => id !== source.id).map(collectNames);
  const isFigure = (name: string) => !own.has(name) && others.some(({figures}) => figures.has(name));
  const isMark = (name: string) => !own.has(name) && others.some(({marks}) => marks.has(name));
  const isKnown = (name: string) => own.has(name) || others.some(({all}) => all.has(name));
  const signs: string[] = [];
  const first = names[0] ?? "";
  if (INDEX.test(first) && !isKnown(first) && names.some((name) => name !== ""))
    signs.push(
      `an index ${first === "" || first.startsWith("unnamed") ? "without a name" : "of rows"} in its first column`
    );
  const ofRegister = header.filter((_, i) => OF_REGISTER.test(names[i]) && !own.has(names[i]));
  if (["performance_tables", "explore_education_statistics"].includes(source.codes) && ofRegister.length)
    signs.push(`columns of the register (${ofRegister.slice(0, 6).join(", ")})`);
  const foreign = header.filter((_, i) => isFigure(names[i]));
  if (
    foreign.length >= FOREIGN.figures &&
    (foreign.length >= FOREIGN.share * header.length || names.some((name) => isFigure(name) && isMark(name)))
  )
    signs.push(`columns of other datasets (${foreign.slice(0, 6).join(", ")})`);
  const worked = header.filter((_, i) => {
    const name = names[i];
    if (isKnown(name)) return false;
    const base = WORKED_ON.exec(name)?.[1] ?? BEFORE.exec(name)?.[2];
    return base !== undefined && isKnown(base);
  });
  if (worked.length) signs.push(`columns that were worked on (${worked.slice(0, 6).join(", ")})`);
  return signs;
}

interface Names {
  all: ReadonlySet<string>;
  /** Of numbers. */
  figures: ReadonlySet<string>;
  /** By which it is known. */
  marks: ReadonlySet<string>;
}

const cache = new WeakMap<Source, Names>();

function collectNames(source: Source): Names {
  const cached = cache.get(source);
  if (cached) return cached;
  const columns = Object.values(source.columns);
  const plain = (names: readonly string[]) => new Set(names.map(plainName));
  const names = {
    all: plain(columns.flatMap(allNames)),
    figures: plain(columns.filter(({is}) => is === "number").flatMap(allNames)),
    marks: plain(source.signature.flat())
  };
  cache.set(source, names);
  return names;
}
