import {join} from "node:path";
import {
  augmentedSyntheticControl,
  imbalanceBefore
} from "../../../src/library/estimators/augmented-synthetic-control.ts";
import type {BlockPanel} from "../../../src/library/panel/block-panel.ts";
import {syntheticControl} from "../../../src/library/estimators/synthetic-control.ts";
import type {SyntheticEffect} from "../../../src/library/panel/synthetic-effect.ts";
import {takeBlock} from "../../tables/block-table.ts";
import {numbers, readTable, texts, type Table} from "../../read/table.ts";
import {row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const nameFigure = (estimator: string, what: string) => ({set: "augsynth_kansas", estimator, what});

/** The reference solves its weights iteratively, to 5e-8, so nothing that rests on them can agree more closely. */
const tolerance = 1e-6;

/** The Kansas tax cuts, by the software of Ben-Michael et al. (2021). */
export const augsynthKansas: ReferenceSet = {
  id: "augsynth_kansas",
  ours: false,
  rows: async (folder) => {
    const at = (file: string) => readTable(join(folder, file));
    const panel = takeBlock(await at("kansas.csv"), {
      id: "fips",
      time: "year_qtr",
      treated: "treated",
      outcome: "lngdpcapita"
    });
    const effects = {None: syntheticControl(panel, {solver: "exact"}), Ridge: augmentedSyntheticControl(panel)};
    return [
      ...summaryRows(panel, effects, await at("expected_augsynth.csv")),
      ...weightRows(panel, effects, await at("expected_weights.csv")),
      ...pathRows(panel, effects, await at("expected_att_path.csv"))
    ];
  }
};

type Effects = Record<"None" | "Ridge", SyntheticEffect>;

function summaryRows(panel: BlockPanel, effects: Effects, expected: Table): ReferenceRow[] {
  const equal = imbalanceBefore(panel, new Float64Array(panel.comparators).fill(1 / panel.comparators));
  return texts(expected, "progfunc").flatMap((id, i) => {
    const {estimate, unitWeights} = effects[id as keyof Effects];
    const imbalance = imbalanceBefore(panel, unitWeights);
    const figures = {avg_att: estimate, l2: imbalance, scaled_l2: imbalance / equal};
    return Object.entries(figures).map(([figure, ours]) => {
      const value = numbers(expected, figure)[i];
      return row(nameFigure(id, figure), value, ours, Math.abs(value), tolerance);
    });
  });
}

function weightRows(panel: BlockPanel, effects: Effects, expected: Table): ReferenceRow[] {
  return texts(expected, "fips").flatMap((unit, i) =>
    (["None", "Ridge"] as const).map((id) => {
      const ours = effects[id].unitWeights[panel.units.indexOf(unit)];
      return row(nameFigure(id, `${unit} weight`), numbers(expected, `w_${id}`)[i], ours, 1, tolerance);
    })
  );
}

/** Gaps are of logarithms, so they are held to the tolerance as they are. */
function pathRows(panel: BlockPanel, effects: Effects, expected: Table): ReferenceRow[] {
  const times = numbers(expected, "time");
  const gaps = numbers(expected, "est");
  return texts(expected, "progfunc").map((id, i) => {
    const ours = effects[id as keyof Effects].path[panel.periods.indexOf(times[i])];
    return row(nameFigure(id, `${times[i]} effect`), gaps[i], ours, 1, tolerance);
  });
}
