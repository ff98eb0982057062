import type {Phase} from "../synthetic-england/school.ts";

/** A school: its URN or LAESTAB, and figures by name; undefined where none is printed. */
export type Figures = {id: string} & Record<string, number | string | undefined>;

/** What is known of a phase in one world: schools with figures of the year, and of the year before. */
export type Described = Record<Phase, readonly Figures[]>;
