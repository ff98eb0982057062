import {readFile} from "node:fs/promises";
import {expect, test} from "vitest";
import {bibtex} from "../../dashboards/components/data/bibtex.ts";

test("the entry for reference managers has the title and author of CITATION.cff, and the release in view", async () => {
  const cff = await readFile("CITATION.cff", "utf8");
  const entry = bibtex({version: "0.1.0", plan: "abcd1234", made: "2026-11-22"});
  expect(entry).toContain(`title = {${/^title: (.+)$/m.exec(cff)![1]}}`);
  expect(entry).toContain(`author = {{${/- name: (.+)$/m.exec(cff)![1]}}}`);
  for (const field of ["year = {2026}", "month = {11}", "version = {0.1.0}", "plan abcd1234"])
    expect(entry).toContain(field);
});
