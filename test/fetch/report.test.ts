import {PassThrough} from "node:stream";
import {describe, expect, test} from "vitest";
import {showProgress} from "../../pipelines/fetch/progress.ts";
import {describeOutcome} from "../../pipelines/fetch/report.ts";

const came = {path: "a/b.csv", outcome: "came", bytes: 1_250_000, notes: ["in the place of a/c.csv"]} as const;
const by_hand = {page: "https://example.org", click: "choose the year", year: "2018/19", put: "data/raw/a/"};
const lost = {what: "ks4", why: "it answers 403", fix: "get it by hand", by_hand};

describe("describeOutcome(outcome)", () => {
  test("counts, and lists what came with what to know of it", () => {
    expect(describeOutcome({delivered: [came, {...came, outcome: "kept"}], not_yet: [], missed: []})).toBe(
      "1 files came, 1 were there already, 0 did not come.\n\ncame:\n  a/b.csv (1.3 MB); in the place of a/c.csv"
    );
  });

  test("lists what did not come with why, what to do, the page, what to click and where to put it", () => {
    const reported = describeOutcome({delivered: [], not_yet: [], missed: [lost]});
    expect(
      ["403", "get it by hand", by_hand.page, by_hand.click, by_hand.put].filter((text) => !reported.includes(text))
    ).toEqual([]);
  });
});

describe("describeOutcome(outcome) of many that did not come", () => {
  const years = ["2016/17", "2017/18", "2018/19"].map((year) => ({
    ...lost,
    what: `${year}: ks4`,
    by_hand: {...by_hand, year, put: `data/raw/${year}/`}
  }));
  const lines = describeOutcome({delivered: [], not_yet: [{...lost, what: "2025/26: ks4"}], missed: years}).split("\n");

  test("gives the reason once, and the advice once a page, with the years in one line", () => {
    expect(lines).toEqual([
      "0 files came, 0 were there already, 3 did not come, 1 not published yet.",
      "",
      "not published yet:",
      "  2025/26: ks4",
      "",
      "did not come:",
      "  2016/17: ks4, 2017/18: ks4, 2018/19: ks4",
      "      why: it answers 403",
      "      fix: get it by hand",
      "",
      "by hand:",
      "  https://example.org",
      "      choose the year: 2016/17, 2017/18, 2018/19",
      "      put it in data/raw/2016/17/, and so on, a folder a year"
    ]);
  });
});

describe("showProgress(stream)", () => {
  const stream = (isTTY: boolean) =>
    Object.assign(new PassThrough(), {isTTY, columns: 80}) as unknown as NodeJS.WriteStream;

  test("prints a line a file where there is no terminal", () => {
    const lines: string[] = [];
    const progress = showProgress(stream(false), (line) => lines.push(line));
    progress.begin(2);
    progress.done("ks4", {delivered: [came], missed: [lost]});
    progress.end();
    expect(lines).toEqual([
      "2 things to fetch",
      "came: a/b.csv (1.3 MB); in the place of a/c.csv",
      "did not come: ks4: it answers 403"
    ]);
  });

  test("prints no lines where there is a terminal", () => {
    const lines: string[] = [];
    const progress = showProgress(stream(true), (line) => lines.push(line));
    progress.begin(1);
    progress.bytes("ks4", 1e6);
    progress.done("ks4", {delivered: [came], missed: []});
    progress.end();
    expect(lines).toEqual([]);
  });
});
