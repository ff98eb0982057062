import {join} from "node:path";
import type {EventStudy} from "../../../src/library/inference/honest-did/event-study.ts";
import {conventionalInterval} from "../../../src/library/inference/honest-did/event-study.ts";
import {
  honestDidDefaults,
  relativeMagnitudesInterval
} from "../../../src/library/inference/honest-did/relative-magnitudes-interval.ts";
import {smoothnessInterval} from "../../../src/library/inference/honest-did/smoothness.ts";
import {readTable, numbers, texts} from "../../read/table.ts";
import {row} from "./compare.ts";
import {makeEventStudy} from "./event-study-files.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

/** Tolerances as absolute differences: of the printed digits, of the reference’s simulated critical value. */
const within: Record<string, number> = {Original: 1e-10, "C-LF": 1e-9, FLCI: 1e-4};

/** Rambachan & Roth’s robust intervals, by the authors’ own software. */
export const honestdid: ReferenceSet = {
  id: "honestdid",
  ours: false,
  rows: async (folder) => {
    const table = await readTable(join(folder, "expected_sensitivity.csv"));
    const [dataset, target, method] = ["dataset", "target", "method"].map((column) => texts(table, column));
    const [m, low, high] = ["M", "lb", "ub"].map((column) => numbers(table, column));
    const rows: ReferenceRow[] = [];
    for (let i = 0; i < table.rows; i++) {
      const study = await makeEventStudy(folder, dataset[i], target[i]);
      const ours = intervalBy(method[i], study, m[i]);
      const nameFigure = (end: string) => ({
        set: "honestdid",
        estimator: method[i],
        what: `${dataset[i]} ${target[i]} ${Number.isNaN(m[i]) ? "" : `m = ${m[i]} `}${end}`
      });
      rows.push(row(nameFigure("low"), low[i], ours.low, 1, within[method[i]]));
      rows.push(row(nameFigure("high"), high[i], ours.high, 1, within[method[i]]));
    }
    return rows;
  }
};

function intervalBy(method: string, study: EventStudy, m: number): {low: number; high: number} {
  if (method === "C-LF") {
    const {least, greatest} = relativeMagnitudesInterval(study, m, honestDidDefaults);
    return {low: least, high: greatest};
  }
  return method === "FLCI" ? smoothnessInterval(study, m, 0.05) : conventionalInterval(study, 0.05);
}
