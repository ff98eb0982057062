import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {keepRemark, rounded} from "../../pipelines/validation/truth-page.ts";
import {makeValidationRows} from "../../pipelines/release/validation.ts";
import {planNumber} from "../../pipelines/plan/number.ts";

const folder = await mkdtemp(join(tmpdir(), "pav-note-"));
afterAll(() => rm(folder, {recursive: true, force: true}));

const found = {
  id: "dip",
  title: "A title",
  summary: "It came out.",
  command: "npm run bench -- truth",
  columns: [
    {name: "what", numeric: false},
    {name: "share", numeric: true}
  ],
  rows: [
    ["one", 1.5],
    ["none", null]
  ],
  fails: ["One line."],
  notes: ["A note."]
};

describe("keepRemark(found, {folder, made})", () => {
  it("keeps what the release reads, dated, with the plan it was run with", async () => {
    await keepRemark(found, {folder, made: new Date("2026-01-02T10:00:00Z")});
    const [note] = await makeValidationRows(folder);
    expect(note).toMatchObject({...found, made: "2026-01-02", plan: await planNumber()});
  });
});

describe("the kept validations", async () => {
  const notes = await makeValidationRows();

  it.each(notes.map((note) => [note.id, note] as const))(
    "%s: every row has a cell a column, numbers where numeric",
    (_, note) => {
      for (const row of note.rows) {
        expect(row).toHaveLength(note.columns.length);
        row.forEach((cell, i) => {
          if (note.columns[i].numeric) expect(cell === null || typeof cell === "number").toBe(true);
        });
      }
    }
  );
});

describe("rounded(value, digits)", () => {
  it("is null of nothing and of what is no number", () => {
    expect([rounded(null, 1), rounded(undefined, 1), rounded(NaN, 1), rounded(1.26, 1)]).toEqual([
      null,
      null,
      null,
      1.3
    ]);
  });
});
