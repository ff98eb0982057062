/** The shapes that pages are given. Types only: nothing outside dashboards/ reaches the browser. */
export type * from "../../src/release.ts";
export type * from "../../src/results.ts";
export type * from "../../src/result-index.ts";
export type * from "../../src/partnership-notes.ts";
export type * from "../../src/method-notes/note.ts";
