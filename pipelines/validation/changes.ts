import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {design} from "../../src/design.ts";
import {UserError} from "../../src/library/errors.ts";
import type {ReleaseFacts} from "../../src/release/release.ts";
import type {IndexRow} from "../../src/release/result-index.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {partnershipTypes} from "../../src/vocabulary/partnership-types/index.ts";
import {counted, number} from "../../src/vocabulary/format.ts";

/** A figure of a release: what is printed of one headline outcome of one type, role and phase. */
type Figure = Pick<
  IndexRow,
  "id" | "partnership_type" | "role" | "phase" | "measure" | "low" | "high" | "digits" | "schools"
> & {
  from: number | null;
  to: number | null;
  verdict: string | null;
};

/** A release as far as changes of its figures go. */
export interface Figures {
  note: Pick<ReleaseFacts, "plan" | "version">;
  /** By id of the result: headline outcomes of all schools of a type, role and phase. */
  headlines: Map<string, Figure>;
}

/** Reads the headlines of a release; those of early ones held one number (`value`) and other names. Throws a UserError where there is no release. */
export async function readFigures(release: string): Promise<Figures> {
  const read = async (name: string): Promise<unknown> => {
    const text = await readFile(join(release, name), "utf8").catch((cause: Error) => {
      throw new UserError(`${join(release, name)} cannot be read`, {fix: "give the folder of a release", cause});
    });
    return JSON.parse(text);
  };
  const {plan, version} = (await read("release.json")) as ReleaseFacts;
  const {columns} = (await read("results.json")) as {columns: Record<string, (string | number | null)[]>};
  const headlines = new Map<string, Figure>();
  for (let i = 0; i < columns["id"].length; i++) {
    const row = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]]));
    const {value = null, from = value, to = value, kind, partnership_type = kind, ...rest} = row;
    const figure = {...rest, partnership_type, from, to} as Figure & Pick<IndexRow, "dimension">;
    const isHeadline = design.families.headline[figure.phase].includes(figure.measure);
    if (isHeadline && figure.dimension === null && from !== null) headlines.set(figure.id, figure);
  }
  return {note: {plan, version}, headlines};
}

/** A headline in two releases, with its name in words. */
export interface FigureChange {
  id: string;
  name: string;
  was: Figure | undefined;
  is: Figure | undefined;
}

/** Every headline of either release, in the order of ids. */
export function listFigures(after: Figures, before: Figures): FigureChange[] {
  const ids = [...new Set([...before.headlines.keys(), ...after.headlines.keys()])].sort();
  return ids.map((id) => {
    const [was, is] = [before.headlines.get(id), after.headlines.get(id)];
    const {partnership_type, role, phase, measure} = (is ?? was)!;
    const name = `${partnershipTypes[partnership_type]?.label ?? partnership_type}, ${role}, ${phase}: ${measures[measure]?.label ?? measure}`;
    return {id, name, was, is};
  });
}

/** A section of CHANGELOG.md: every headline that differs between two releases, and how many do not. */
export function changesSection(after: Figures, before: Figures): string {
  const rows = listFigures(after, before).map(
    ({name, was, is}) => [name, describeFigure(was), describeFigure(is)] as const
  );
  const changed = rows.filter(([, was, is]) => was !== is);
  const same = rows.length - changed.length;
  const table = [["Headline", "Before", "After"], ["---", "---", "---"], ...changed].map(
    (cells) => `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`
  );
  return [
    `## Plan ${after.note.plan}`,
    "",
    `Before: plan ${before.note.plan}. ${changed.length} headlines of the sample differ, ${same} are the same.`,
    ...(changed.length ? ["", ...table] : []),
    ""
  ].join("\n");
}

/** “+0.8 to +1.0 (−0.3 to 2.1), unclear, 22 schools”; “none” where there is none. */
export function describeFigure(figure: Figure | undefined): string {
  if (!figure) return "none";
  const {from, to, low, high, digits, verdict, schools} = figure;
  const print = (value: number) => number(value, digits ?? 2);
  const range = print(from!) === print(to!) ? print(from!) : `${print(from!)} to ${print(to!)}`;
  const interval = low === null || high === null ? "no interval" : `${print(low)} to ${print(high)}`;
  return `${range} (${interval}), ${(verdict ?? "none").replaceAll("_", " ")}, ${counted(schools, "school")}`;
}

/** The number of the present plan, compared with the one that stands first in CHANGELOG.md. */
export function describeNumber(number: string, changelog: string): string {
  const [, noted] = /^Present plan: `(\w+)`$/m.exec(changelog) ?? [];
  return noted === number
    ? `The present plan is ${number}: the number that stands first in CHANGELOG.md.`
    : `The present plan is ${number}; CHANGELOG.md has ${noted ?? "none"} first: say there what moved, by comparing releases of the sample from before and after.`;
}
