import type {MeasureNote} from "../../src/release/release.ts";

export const measure = (better: MeasureNote["better"], unit = "percentage points"): MeasureNote => ({
  id: "ks2_expected",
  label: "Reading, writing and maths at 11",
  subject: "share of pupils reaching the expected standard",
  line: "attainment",
  unit,
  better,
  digits: 1,
  phases: ["primary", "secondary", "special"],
  worth: {value: 1, why: "made up"},
  segments: []
});
