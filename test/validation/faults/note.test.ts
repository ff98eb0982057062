import {tmpdir} from "node:os";
import {expect, test} from "vitest";
import {faultsFound, fuzzFound} from "../../../pipelines/validation/faults/note.ts";
import {isGoodMessage, makeTally} from "../../../pipelines/validation/faults/tally.ts";
import {keepRemark} from "../../../pipelines/validation/truth-page.ts";
import {emptyFolder} from "../../support/published-files.ts";

const tally = (family: string, ...outcomes: Parameters<ReturnType<typeof makeTally>["add"]>[0][]) => {
  const made = makeTally(family);
  for (const outcome of outcomes) made.add(outcome, `in ${tmpdir()}/a folder`);
  return made;
};

test("a family that is tried again takes the place of its row, others keep theirs", async () => {
  const folder = await emptyFolder();
  const command = "npm run bench -- faults";
  const first = await faultsFound([tally("kill", "survived"), tally("disk", "survived", "lost")], {command, folder});
  expect(first.fails).toEqual(["disk: lost: in /a folder"]);
  await keepRemark(first, {folder, made: new Date()});
  const second = await faultsFound([tally("kill", "survived", "survived")], {command, folder});
  expect(second.rows).toEqual([
    ["disk", 2, 1, 0, 1, 0, 0],
    ["kill", 2, 2, 0, 0, 0, 0]
  ]);
  expect(second.summary).toMatch(/^3 of 4 disturbed runs and requests .* silently wrong: 0, lost: 1/);
  expect(second.fails).toEqual(["disk: not all survived"]);
});

test("files that were read as they should leave nothing that fails", () => {
  expect(fuzzFound([tally("nothing", "survived")], "npm run bench -- fuzz").fails).toEqual([]);
});

test("a good message has a fix and no stack", () => {
  expect(isGoodMessage("it is full\n\n  fix: make room\n\n")).toBe(true);
  expect(isGoodMessage("it is full\n")).toBe(false);
  expect(isGoodMessage("Error: x\n    at run (file.ts:3:4)\n\n  fix: make room\n")).toBe(false);
});
