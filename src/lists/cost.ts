import {read, refused, type Reading} from "./problem.ts";

/** Pounds a year. Null where the cell is empty, which means unknown. Anything but a plain number is refused. */
export function readCost(text: string): Reading<number> {
  if (text === "") return read<number>(null);
  if (/^\d+(\.\d+)?$/.test(text)) return read(Number(text));
  if (/^-\d/.test(text)) {
    return refused("cost_negative", `“${text}” is less than nothing`, "write what is paid in a year as a plain number");
  }
  const bare = text.replaceAll(/[£,\s]/g, "");
  const fix = /^\d+(\.\d+)?$/.test(bare)
    ? `write ${bare}: no £, commas or spaces`
    : "write pounds a year like 1200; leave it empty if it is not known";
  return refused("cost_not_a_number", `“${text}” is not a plain number`, fix);
}
