import type {RegisterSchool} from "../lists/register.ts";
import {lightColumns, listColumn, type Columns} from "../release/light-columns.ts";
import type {RegisterRow, SchoolRow} from "../release/partnership-files.ts";
import type {LightColumn} from "../release/result-index.ts";
import {packAscending, unpackAscending} from "./pack.ts";

/**
 * register.json.gz under your-schools/ of a site: what a list of schools is checked by and its schools are called, a line
 * or a place a URN. Texts that seldom come again are one text, with a line each: it is read in a third of the time.
 */
export interface PackedRegister {
  /** Ascending, each as its step from the one before. */
  urnSteps: number[];
  /** school_id less URN. */
  idOffsets: number[];
  names: string;
  establishments: string;
  /** URNs with spaces between. */
  successors: string;
  la_code: LightColumn<string>;
  la_name: LightColumn<string>;
  opened: LightColumn<string | null>;
  closed: LightColumn<string | null>;
}

/** A school of the register, and the school that its URN belongs to. */
export type IdentifiedSchool = RegisterSchool & {id: number};

/** Packs what the two indexes of a release say of each URN, in the order of URNs. Throws where a text has a line break. */
export function packRegister(
  schools: Pick<Columns<SchoolRow>, "urn" | "id" | "name" | "authority" | "laestab">,
  dates: Columns<RegisterRow>
): PackedRegister {
  const at = [...schools.urn.keys()].sort((a, b) => schools.urn[a] - schools.urn[b]);
  const urn = at.map((i) => schools.urn[i]);
  const places = new Map(dates.urn.map((one, i) => [one, i]));
  const dated = <T>(values: readonly T[], none: T) => urn.map((one) => values[places.get(one) ?? -1] ?? none);
  const laestab = at.map((i) => schools.laestab[i]);
  return {
    urnSteps: packAscending(urn),
    idOffsets: at.map((i, row) => schools.id[i] - urn[row]),
    names: joinLines(at.map((i) => schools.name[i])),
    establishments: joinLines(laestab.map((number) => number.slice(3))),
    successors: joinLines(dated(dates.successors, "")),
    ...lightColumns({
      la_code: dated(dates.la_code, "").map((code, row) => laestab[row].slice(0, 3) || code),
      la_name: at.map((i) => schools.authority[i]),
      opened: dated(dates.opened, null),
      closed: dated(dates.closed, null)
    })
  };
}

/** The schools that were packed, in their order. */
export function unpackRegister(packed: PackedRegister): IdentifiedSchool[] {
  const [names, establishments, successors] = [packed.names, packed.establishments, packed.successors].map((text) =>
    text.split("\n")
  );
  const [la_code, la_name] = [packed.la_code, packed.la_name].map(listColumn);
  const [opened, closed] = [packed.opened, packed.closed].map(listColumn);
  return unpackAscending(packed.urnSteps).map((urn, i) => ({
    urn,
    id: urn + packed.idOffsets[i],
    name: names[i],
    la_code: la_code[i],
    la_name: la_name[i],
    establishment_number: establishments[i],
    status: closed[i] === null ? "Open" : "Closed",
    open_date: opened[i],
    close_date: closed[i],
    successors: successors[i] === "" ? [] : successors[i].split(" ").map(Number)
  }));
}

function joinLines(texts: readonly string[]): string {
  const broken = texts.find((text) => /[\r\n]/.test(text));
  if (broken !== undefined) throw new Error(`“${broken}” has a line break`);
  return texts.join("\n");
}
