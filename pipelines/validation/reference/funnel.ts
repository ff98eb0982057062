import {join} from "node:path";
import {funnel} from "../../../src/library/inference/funnel.ts";
import type {Funnel, FunnelLimits, FunnelOptions} from "../../../src/library/inference/funnel.ts";
import {numbers, presentNumbers, readTable} from "../../read/table.ts";
import type {Table} from "../../read/table.ts";
import {estimateRow, row} from "./compare.ts";
import type {ReferenceRow, ReferenceSet} from "./row.ts";

const set = "funnel";

/** The quantiles that the reference writes out to six decimals, for all limits but the exact Poisson ones. */
const written: [number, number] = [1.959964, 3.090232];

interface Specification {
  options: FunnelOptions;
  /** The column that marks what was left out or pulled in. */
  marked: "truncated" | "winsorised";
  /** Its adjusted limits are left on the square-root scale by the reference. */
  root: boolean;
}

const share = {trim: 0.1, quantiles: written};
const specifications: Record<string, Specification> = {
  PR_CQC: {options: {scale: "proportion", extremes: "winsorised", ...share}, marked: "winsorised", root: false},
  PR_SHMI: {options: {scale: "proportion", extremes: "winsorised", ...share}, marked: "winsorised", root: false},
  SR_CQC: {options: {scale: "root_ratio", extremes: "winsorised", ...share}, marked: "winsorised", root: true},
  SR_SHMI: {options: {scale: "log_ratio", extremes: "truncated", ...share}, marked: "truncated", root: false}
};

/** Funnel limits with overdispersion by FunnelPlotR. */
export const funnelSet: ReferenceSet = {
  id: set,
  ours: true,
  rows: async (folder) => {
    const rows: ReferenceRow[] = [];
    for (const [name, specification] of Object.entries(specifications)) {
      const units = await readTable(join(folder, `expected_${name}.csv`));
      const [numerator, denominator] = [presentNumbers(units, "numerator"), presentNumbers(units, "denominator")];
      const drawn = funnel({numerator, denominator}, specification.options);
      rows.push(...unitRows(name, specification, drawn, units));
      rows.push(...curveRows(name, specification, drawn, await readTable(join(folder, `expected_limits_${name}.csv`))));
    }
    return rows;
  }
};

function unitRows(name: string, {marked, root, options}: Specification, drawn: Funnel, units: Table): ReferenceRow[] {
  const denominator = presentNumbers(units, "denominator");
  const rr = presentNumbers(units, "rr");
  const limits = Array.from(denominator, (n) => drawn.limits(n));
  const adjusted = Array.from(denominator, (n) => (root ? drawn.transformed(n) : drawn.adjusted(n)));
  const forward = options.scale === "proportion" ? asinRoot : options.scale === "log_ratio" ? Math.log : Math.sqrt;
  const changed = (i: number) => (Number.isNaN(drawn.kept[i]) || drawn.kept[i] !== drawn.z[i] ? 1 : 0);
  const used = drawn.tau2 > 0 ? adjusted : limits;
  const outside = (i: number) => (rr[i] > used[i].high998 || rr[i] < used[i].low998 ? 1 : 0);
  const ours: Record<string, (i: number) => number> = {
    rr: (i) => drawn.ratio[i],
    target_transformed: () => forward(drawn.target),
    Y: (i) => forward(drawn.ratio[i]),
    Uzscore: (i) => drawn.z[i],
    [marked]: changed,
    Wuzscore: (i) => drawn.kept[i],
    OD95LCL: (i) => adjusted[i].low95,
    OD95UCL: (i) => adjusted[i].high95,
    OD99LCL: (i) => adjusted[i].low998,
    OD99UCL: (i) => adjusted[i].high998,
    LCL95: (i) => limits[i].low95,
    UCL95: (i) => limits[i].high95,
    LCL99: (i) => limits[i].low998,
    UCL99: (i) => limits[i].high998,
    outlier: outside
  };
  return Object.entries(ours).flatMap(([column, value]) => {
    const expected = numbers(units, column);
    const what = (i: number) => ({set, estimator: `funnel ${name}`, what: `unit ${i + 1} ${column}`});
    return Array.from(expected, (number, i) => estimateRow(what(i), number, value(i), 0));
  });
}

const asinRoot = (r: number): number => Math.asin(Math.sqrt(r));

function curveRows(name: string, {root}: Specification, drawn: Funnel, curve: Table): ReferenceRow[] {
  const columns: Record<string, keyof FunnelLimits> = {
    ll95: "low95",
    ul95: "high95",
    ll998: "low998",
    ul998: "high998"
  };
  const at = presentNumbers(curve, "number.seq");
  return Object.entries(columns).flatMap(([column, end]) => {
    const [plain, adjusted] = [numbers(curve, column), numbers(curve, `od${column}`)];
    return Array.from(at, (n, i) => {
      const nameFigure = (what: string) => ({set, estimator: `limits ${name}`, what: `${what} at ${n}`});
      const ours = (root ? drawn.transformed(n) : drawn.adjusted(n))[end];
      return [
        row(nameFigure(column), plain[i], drawn.limits(n)[end], Math.abs(plain[i]), 1e-8),
        row(nameFigure(`od${column}`), adjusted[i], ours, Math.abs(adjusted[i]), 1e-8)
      ];
    }).flat();
  });
}
