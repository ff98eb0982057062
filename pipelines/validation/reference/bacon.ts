import {join} from "node:path";
import {goodmanBacon, type TwoByTwo} from "../../../src/library/estimators/goodman-bacon.ts";
import {readPanel} from "../../../src/library/panel/read-panel.ts";
import {twoWayFixedEffects} from "../../../src/library/estimators/two-way-fixed-effects.ts";
import {numbers, readTable, texts} from "../../read/table.ts";
import {errorRow, estimateRow, row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const kinds: Record<string, TwoByTwo["kind"]> = {
  "Earlier vs Later Treated": "earlier_v_later",
  "Later vs Earlier Treated": "later_v_earlier",
  "Treated vs Untreated": "treated_v_never_treated"
};

interface Decomposed {
  estimator: string;
  file: string;
  expected: string;
  names: {id: string; time: string; treated: string; outcome: string};
  /** The two-way estimate that the notes of the set state. */
  twoWay: number;
}

/** Two panels taken apart by bacondecomp. */
export const bacon: ReferenceSet = {
  id: "bacon",
  ours: false,
  rows: async (folder) => [
    ...(await decomposedRows(folder, {
      estimator: "castle l_homicide",
      file: "castle_bacon.csv",
      expected: "expected_castle_bacon.csv",
      names: {id: "sid", time: "year", treated: "post", outcome: "l_homicide"},
      twoWay: 0.08181161693
    })),
    ...(await decomposedRows(folder, {
      estimator: "math_reform incearn_ln",
      file: "math_reform.csv",
      expected: "expected_math_bacon.csv",
      names: {id: "state", time: "class", treated: "reform_math", outcome: "incearn_ln"},
      twoWay: 0.00245997292
    }))
  ]
};

async function decomposedRows(
  folder: string,
  {estimator, file, expected, names, twoWay}: Decomposed
): Promise<ReferenceRow[]> {
  const panel = await panelByTreatment(join(folder, file), names);
  const parts = goodmanBacon(panel);
  const [whole] = twoWayFixedEffects(panel, {aggregate: "simple", anticipation: 0}).effects;
  const table = await readTable(join(folder, expected));
  const column = (name: string) => numbers(table, name);
  const [treated, untreated, estimates, weights] = ["treated", "untreated", "estimate", "weight"].map(column);
  const nameFigure = (what: string) => ({set: "bacon", estimator, what});
  return [
    estimateRow(nameFigure("two-way estimate"), twoWay, whole.estimate, 0),
    estimateRow(
      nameFigure("sum of weight × estimate"),
      twoWay,
      parts.reduce((sum, {weight, estimate}) => sum + weight * estimate, 0),
      0
    ),
    ...texts(table, "type").flatMap((type, i) => {
      const [k, l] = [treated[i], untreated[i] === 99999 ? Infinity : untreated[i]];
      const part = parts.find((p) => p.treated === k && p.untreated === l && p.kind === kinds[type]);
      const what = (figure: string) => nameFigure(`${k} v ${l === Infinity ? "never" : l} ${figure}`);
      return [
        estimateRow(what("estimate"), estimates[i], part?.estimate ?? NaN, 0),
        errorRow(what("weight"), weights[i], part?.weight ?? NaN)
      ];
    }),
    row(nameFigure("comparisons"), table.rows, parts.length, 1, 0)
  ];
}

/** A panel whose cohorts are the first years in which a column is 1. */
async function panelByTreatment(file: string, {id, time, treated, outcome}: Decomposed["names"]) {
  const table = await readTable(file);
  const ids = texts(table, id);
  const times = numbers(table, time);
  const first = new Map<string, number>();
  numbers(table, treated).forEach((on, i) => {
    if (on === 1) first.set(ids[i], Math.min(times[i], first.get(ids[i]) ?? Infinity));
  });
  const cohort = Float64Array.from(ids, (unit) => first.get(unit) ?? 0);
  return readPanel({id: ids, time: times, cohort, outcome: numbers(table, outcome)}, {file, row: table.row}).panel;
}
