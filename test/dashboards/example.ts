import type {MeasureRow} from "../../src/release/release.ts";

export const measure = (better: MeasureRow["better"], unit = "percentage points"): MeasureRow => ({
  id: "ks2_expected",
  label: "Reading, writing and maths at 11",
  subject: "share of pupils reaching the expected standard",
  domain: "attainment",
  unit,
  better,
  digits: 1,
  phases: ["primary", "secondary", "special"],
  smallest_effect: {value: 1, why: "made up"},
  comparable_series: []
});
