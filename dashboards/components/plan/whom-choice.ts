import type {HelpRule} from "school-partnerships/whom-to-help";
import type {Phase} from "../ui/release.js";

/** A rule as it is chosen, each part as the address has it. */
export interface WhomChoice {
  phase: Phase;
  third: "lowest" | "any";
  inspections: "below" | "any";
  absence: "high" | "any";
  body: "alone" | "any";
  /** The name of a region, or “any”. */
  region: string;
}

const PARTS = {
  third: ["lowest", "any"],
  inspections: ["any", "below"],
  absence: ["any", "high"],
  body: ["any", "alone"]
} as const;

/** The choice that an address holds, the lowest third of the first phase where it says nothing; and what in it is unknown. */
export function readWhom(address: URLSearchParams, phases: readonly Phase[]): {choice: WhomChoice; refused: string[]} {
  const refused: string[] = [];
  const take = <Value extends string>(part: string, known: readonly Value[]): Value => {
    const value = address.get(part);
    const found = known.find((one) => one === value);
    if (value !== null && found === undefined) refused.push(`${part} “${value}”`);
    return found ?? known[0];
  };
  const start = phases.includes("secondary") ? ["secondary" as const, ...phases] : phases;
  const choice = {
    phase: take("phase", start),
    third: take("third", PARTS.third),
    inspections: take("inspections", PARTS.inspections),
    absence: take("absence", PARTS.absence),
    body: take("body", PARTS.body),
    region: address.get("region") ?? "any"
  };
  return {choice, refused};
}

/** The rule in the terms of a file; a region that it does not know is any. */
export const makeRule = (
  {third, inspections, absence, body, region}: WhomChoice,
  regions: readonly string[]
): HelpRule => ({
  lowest: third === "lowest",
  below: inspections === "below",
  absent: absence === "high",
  alone: body === "alone",
  region: regions.includes(region) ? regions.indexOf(region) : null
});

/** “secondary schools in the lowest third of attainment and twice in a row below good, in London”. */
export function describeRule({phase, third, inspections, absence, body, region}: WhomChoice): string {
  const parts = [
    third === "lowest" ? "in the lowest third of attainment" : null,
    inspections === "below" ? "below good at two inspections in a row" : null,
    absence === "high" ? "in the third with most absence" : null,
    body === "alone" ? "in no trust or federation" : null
  ].filter((part) => part !== null);
  const rule = parts.length > 0 ? parts.join(" and ") : "with results";
  return `${phase} schools ${rule}${region === "any" ? "" : `, ${region}`}`;
}
