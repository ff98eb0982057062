import {count, digitsFor, clearValue, withInterval} from "./format.js";
import {LOOKS} from "./look.js";
import type {ComparisonNote} from "./release.js";
import {VERDICTS, verdict, type Scale} from "./sentences.js";
import {table} from "./table.js";

/** What was found in each role, in words and in figures. */
export function rolesTable(
  comparisons: readonly ComparisonNote[],
  {scale, digits}: {scale: Scale; digits: number}
): HTMLElement {
  const changeDigits = digitsFor(
    comparisons.flatMap((d) => clearValue(d.difference.change)),
    scale.digits
  );
  return table(`Compared with similar schools, in ${scale.unit} a year`, comparisons, [
    {name: "Role", show: ({role}) => LOOKS[role].name},
    {name: "In words", show: ({difference}) => VERDICTS[verdict(difference.after, scale.better)].words},
    {
      name: "Difference after joining (95% interval)",
      show: ({difference}) => (difference.after ? withInterval(difference.after, digits) : "no yearly change"),
      numeric: true
    },
    {
      name: "Difference after, less before",
      show: ({difference}) => (difference.change ? withInterval(difference.change, changeDigits) : "no yearly change"),
      numeric: true
    },
    {name: "Schools", show: (d) => count(d.difference.after?.schools ?? 0), numeric: true},
    {name: "Partnerships", show: (d) => count(d.difference.partnerships), numeric: true}
  ]);
}
