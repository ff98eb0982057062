import {defineSource, type Source} from "../../src/published-files/source.ts";

/** A source of invented columns, for tests of what is done with any source. */
export const madeSource = (changes: Partial<Source> = {}): Source =>
  defineSource({
    id: "made",
    title: "Made up",
    publisher: "Nobody",
    page: "https://example.org",
    licence: "OGL-UK-3.0",
    codes: "register",
    dated: "academic_year",
    staged: false,
    signature: [["URN"], ["SCORE", "RESULT"]],
    years: {first: 2011, newest_known: 2025, not_published: [2020, 2021]},
    columns: {
      urn: {is: "key", names: {2011: "URN"}},
      score: {is: "number", names: {2011: "SCORE", 2016: ["RESULT", "RESULT_PTQ"], 2024: null}}
    },
    ...changes
  });
