/** The shapes that pages are given. Types only: nothing outside dashboards/ reaches the browser. */
export type * from "../../../src/release/release.ts";
export type * from "../../../src/vocabulary/outcome-domain.ts";
export type * from "../../../src/vocabulary/phase.ts";
export type * from "../../../src/vocabulary/role.ts";
export type * from "../../../src/release/results.ts";
export type * from "../../../src/release/parts.ts";
export type * from "../../../src/release/spread.ts";
export type * from "../../../src/release/result-index.ts";
export type * from "../../../src/release/partnership-files.ts";
export type * from "../../../src/words/method-notes/method-row.ts";
export type * from "../../../src/release/variances.ts";
export type * from "../../../src/release/programme-costs.ts";
export type * from "../../../src/release/whom-to-help.ts";
