import {group} from "d3";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {readPart} from "../files/read-part.ts";
import type {Result, ResultFile} from "../../src/release/results.ts";
import {design} from "../../src/design.ts";
import {counted} from "../../src/vocabulary/format.ts";
import {describeFigure, listFigures, type Figures} from "./changes.ts";

/** What a verdict rests on. */
type Grounds = Pick<Result, "id" | "verdict" | "strength_reasons" | "partnerships">;

/** Of each headline of a release, by id, why its verdict is what it is, or why there is none. */
export async function readReasons(release: string, {headlines}: Figures): Promise<Map<string, string>> {
  const {columns} = JSON.parse(await readFile(join(release, "results.json"), "utf8")) as {
    columns: Record<"id" | "absent", (string | null)[]>;
  };
  const reasons = new Map(columns.id.flatMap((id, i) => (columns.absent[i] ? [[id!, columns.absent[i]]] : [])));
  const byFile = group(headlines.values(), (one) => [one.partnership_type, one.phase, one.measure].join("-"));
  for (const [name, figures] of byFile) {
    const {results} = readPart<ResultFile>(join(release, "results", `${name}.json.gz`));
    for (const {id} of figures) {
      const result = results.find((one) => one.id === id);
      if (result) reasons.set(id, writeWhy(result));
    }
  }
  return reasons;
}

/** In a few words each, what costs a step of strength, by its rule (src/analysis/evidence/strength.ts). */
const lost: Readonly<Record<string, string>> = {
  agreement: "the assumptions disagree",
  size: "few schools or partnerships",
  years: "few years",
  before: "changing before joining",
  breakdown: "small departures would undo it",
  compared: "under half compared",
  membership: "membership from reports",
  part: "a part of weak evidence"
};

const held: Readonly<Record<string, string>> = {
  unclear: "the interval holds zero",
  same: "all that the interval holds is too small to matter",
  already: "it shows before joining"
};

/** Why a headline has its verdict. */
export function writeWhy({verdict, strength_reasons, partnerships}: Grounds): string {
  if (verdict === "too_few")
    return `${counted(partnerships, "partnership")}: no interval is claimed under ${design.inference.fewest_partnerships}`;
  const steps = strength_reasons.filter(({met}) => met === false).map(({rule}) => lost[rule] ?? rule);
  return (
    [held[verdict ?? ""], ...steps].filter((words) => words !== undefined).join("; ") || "both intervals leave out zero"
  );
}

/** A page of every headline of a release beside that of an earlier one, with why its verdict is what it is. */
export function writeHeadlinesPage(after: Figures, before: Figures, reasons: ReadonlyMap<string, string>): string {
  const rows = listFigures(after, before).map(({id, name, was, is}) => {
    const why = reasons.get(id) ?? "no type of its own any more";
    return [name, describeFigure(was), describeFigure(is), why];
  });
  const verdicts = group(after.headlines.values(), ({verdict}) => verdict ?? "none");
  const byVerdict = [...verdicts].map(([verdict, some]) => `${some.length} ${verdict.replaceAll("_", " ")}`).sort();
  const table = [["Headline", "Before", "Now", "Why"], ["---", "---", "---", "---"], ...rows].map(
    (cells) => `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`
  );
  return [
    "# Every headline of the published files",
    "",
    `Made from the published files by \`npm run pav -- changes --release NEW --before OLD --headlines\`, not by hand. Before: plan`,
    `${before.note.plan}, the estimator that docs/method.md took the place of. Now: plan ${after.note.plan}. A figure is what the schools`,
    "of a role did beyond what was expected, with its 95 % interval, verdict and schools. “Why” is what the verdict rests on:",
    "where evidence is too weak to say, the steps of strength that it lost. The files are a part of what is published: a fuller",
    "folder has more years and more schools, and other figures.",
    "",
    `Now: ${byVerdict.join(", ")}.`,
    "",
    ...table,
    ""
  ].join("\n");
}
