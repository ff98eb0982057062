import type {ComparisonNote, Figure, MeasureNote, Role} from "../../src/release.ts";

/** A figure with an interval, or without one. */
export const figure = (
  value: number,
  low: number | null = null,
  high: number | null = null,
  schools = 312
): Figure => ({
  value,
  low,
  high,
  schools
});

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

/** A comparison of which only the yearly change after joining matters. */
export const comparison = (
  after: Figure | null,
  {role = "supported", ...rest}: Partial<ComparisonNote> & {role?: Role} = {}
): ComparisonNote => ({
  measure: "ks2_expected",
  kind: "multi_academy_trust",
  phase: "primary",
  role,
  scale: "native",
  segment: 0,
  newest: null,
  first_year: 2011,
  last_year: 2019,
  partnerships: 42,
  funnel: [{step: "Schools in the role", schools: 312, lost: null}],
  levels: [{group: "similar", event_time: 0, ...figure(50)}],
  rates: [
    {group: "joined", before: null, after: figure(1.2, 1, 1.4), naive: null},
    {group: "similar", before: null, after: figure(0.1, -0.1, 0.3), naive: null}
  ],
  difference: {after, change: null, partnerships: 42},
  overlapping: 0,
  ...rest
});
