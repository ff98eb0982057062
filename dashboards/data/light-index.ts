import type {ResultIndex} from "../../src/results.ts";

/** The index of results as pages take it: without ids, which they do not use, and to four significant digits, more than they print. */
export function lightIndex({columns}: ResultIndex): {columns: Omit<ResultIndex["columns"], "id">} {
  const used = Object.entries(columns).filter(([name]) => name !== "id");
  const light = used.map(([name, values]) => [name, values.map(fourDigits)]);
  return {columns: Object.fromEntries(light) as Omit<ResultIndex["columns"], "id">};
}

const fourDigits = (value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
