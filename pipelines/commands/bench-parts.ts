/** What can be benched. */
export const benchParts = [
  "start",
  "scaling",
  "reading",
  "estimators",
  "coverage",
  "sample",
  "resemblance",
  "site",
  "truth",
  "calibration",
  "planner",
  "lists",
  "your-schools",
  "country",
  "faults",
  "fuzz"
] as const;
export type BenchPart = (typeof benchParts)[number];
