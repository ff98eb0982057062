import {readFile} from "node:fs/promises";
import {resolveFromPipelines} from "../warehouse.ts";

/** Figures to six significant digits: more than any page prints, and half the size. */
const sixDigits = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

/** JSON with no figure longer than six significant digits. */
export const briefJson = (content: unknown): string => JSON.stringify(content, sixDigits);

/** The query of a file in this folder. */
export const makeQuery = (name: string): Promise<string> =>
  readFile(resolveFromPipelines(`release/${name}.sql`), "utf8");

/** An object’s text with more fields at its end. Both texts are of objects, and neither is empty. */
export const withFields = (text: string, more: Record<string, unknown>): string =>
  `${text.slice(0, -1)},${briefJson(more).slice(1)}`;

/** The text of what belongs in one file: by key, the text of a value. */
export const shardText = (texts: ReadonlyMap<string, string>): string =>
  `{${[...texts].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",\n")}}`;
