import {read, refused, type Reading} from "./problem.ts";

/** A thousand million pounds a year. */
const MOST = 1e9;

/** Pounds a year. Null where the cell is empty, which means unknown. Anything but a plain number is refused, and so is one that may be another. */
export function readCost(text: string): Reading<number> {
  if (text === "") return read<number>(null);
  const points = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text);
  if (points) {
    const whole = text.replaceAll(".", "").replace(",", ".");
    const found = `“${text}” may be ${whole} with a point for each thousand, or ${text.replace(/\..*$/, "")} and a part`;
    return refused("cost_unclear", found, `write ${whole} if that is meant: no points but one before pence`);
  }
  if (/^\d+(\.\d+)?$/.test(text)) {
    if (Number(text) <= MOST) return read(Number(text));
    const found = `“${text}” is more than all partnerships of England together cost in a year`;
    return refused("cost_too_much", found, "look the sum up, and write what one school or partnership pays in a year");
  }
  if (/^-\d/.test(text)) {
    return refused("cost_negative", `“${text}” is less than nothing`, "write what is paid in a year as a plain number");
  }
  const bare = text.replaceAll(/[£,\s]/g, "");
  const fix = /^\d+(\.\d+)?$/.test(bare)
    ? `write ${bare}: no £, commas or spaces`
    : "write pounds a year like 1200; leave it empty if it is not known";
  return refused("cost_not_a_number", `“${text}” is not a plain number`, fix);
}
