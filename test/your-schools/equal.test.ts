import {existsSync, readFileSync} from "node:fs";
import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {listedPartnershipTypes} from "../../src/lists/vocabulary.ts";
import type {PartnershipFile, PartnershipOutcome} from "../../src/release/partnership-files.ts";
import type {ReleaseFacts} from "../../src/release/release.ts";
import {sampleRelease} from "../support/sample-release.ts";
import {openRelease, outcomesOfList} from "../../pipelines/validation/lists/outcomes-of-list.ts";
import {readPart} from "../../pipelines/files/read-part.ts";
import {asList} from "./as-list.ts";

/** Bodies with most outcomes that have an effect, the first of each kind before the second. */
async function bodies(release: string, most: number): Promise<PartnershipFile[]> {
  const notes: PartnershipFile[] = [];
  for (const name of await readdir(join(release, "partnership"))) {
    notes.push(...Object.values(readPart<Record<string, PartnershipFile>>(join(release, "partnership", name))));
  }
  const reported = (note: PartnershipFile) => note.outcomes.filter(({effect}) => effect !== null).length;
  const ranked = notes
    .filter(
      (note) =>
        reported(note) > 0 && listedPartnershipTypes.includes(note.partnership_type) && note.members.length <= 60
    )
    .sort((a, b) => reported(b) - reported(a) || (a.id < b.id ? -1 : 1));
  const place = new Map<PartnershipFile, number>();
  const seen = new Map<string, number>();
  for (const note of ranked) {
    place.set(note, seen.get(note.partnership_type) ?? 0);
    seen.set(note.partnership_type, (seen.get(note.partnership_type) ?? 0) + 1);
  }
  return ranked.sort((a, b) => place.get(a)! - place.get(b)!).slice(0, most);
}

/** Whether a folder has a release of real schools. */
function isReal(folder: string): boolean {
  const facts = join(folder, "release.json");
  return existsSync(facts) && !(JSON.parse(readFileSync(facts, "utf8")) as ReleaseFacts).synthetic;
}

/** What a page prints of an outcome, all but its place among others of the type. */
const printed = ({title, sentence, verdict, schools, years, absent}: PartnershipOutcome) => ({
  title,
  sentence,
  verdict,
  schools,
  years,
  absent
});

const figures = ({effect}: PartnershipOutcome) =>
  effect ? [effect.from, effect.to, effect.low, effect.high].map((value) => value ?? NaN) : [];

/** A body whose first treated years on its page are those on its own clock, role by role. */
async function compare(release: string, note: PartnershipFile): Promise<void> {
  const own = await outcomesOfList(openRelease(release), asList(note));
  const page = new Map(
    note.outcomes.map((outcome) => [`${outcome.phase} ${outcome.measure} ${outcome.role}`, outcome])
  );
  expect(own.length).toBeGreaterThan(0);
  for (const outcome of own) {
    const other = page.get(`${outcome.phase} ${outcome.measure} ${outcome.role}`)!;
    expect(printed(outcome), `${note.id} ${outcome.measure}`).toEqual(printed(other));
    // A release keeps six digits of a figure; a list, where values are packed with six decimals, all it has.
    figures(outcome).forEach((value, i) => {
      const released = figures(other)[i];
      if (Number.isNaN(value)) expect(released).toBeNaN();
      else expect(Math.abs(value - released)).toBeLessThan(1e-5 * Math.max(1, Math.abs(released)));
    });
  }
}

describe("a body on record, pasted as a list, gives the figures of its page to the last digit", () => {
  test("ten of the synthetic England", async () => {
    const release = await sampleRelease();
    const some = await bodies(release, 10);
    expect(some.length).toBe(10);
    for (const note of some) await compare(release, note);
  });

  const real = process.env.PAV_REAL_RELEASE ?? "data/release";
  test.skipIf(!isReal(real))(
    "ten of a real release (skipped unless data/release, or the folder that PAV_REAL_RELEASE names, is one)",
    {timeout: 600_000},
    async () => {
      const some = await bodies(real, 10);
      expect(some.length).toBe(10);
      for (const note of some) await compare(real, note);
    }
  );
});
