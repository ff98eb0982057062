import {beforeAll, describe, expect, test} from "vitest";
import {makeLeadershipFile} from "../../pipelines/release/leadership.ts";
import type {LeadershipFile} from "../../src/release/release.ts";
import {releasedTables} from "../support/released-tables.ts";

let note: LeadershipFile;
beforeAll(async () => {
  const warehouse = await releasedTables();
  await warehouse.run(`
    insert into outcome by name
      select 'fsm6_pct' as measure, 900020 as school_id, (2000 + i)::smallint as academic_year, 0::smallint as series_id, 'secondary' as phase, i::double as value from range(10) as r(i);
    insert into outcome by name
      select 'fsm6_pct' as measure, 900012 as school_id, 2000::smallint as academic_year, 0::smallint as series_id, 'secondary' as phase, 4::double as value`);
  note = await makeLeadershipFile(warehouse);
});

describe("leadership.json", () => {
  test("has four phases, and policies of those phases", () => {
    const phases = [...new Set(note.phases.map(({phase}) => phase))].sort();
    expect(phases).toEqual(["1", "2", "3", "4"]);
    expect(note.policies.filter(({phase}) => !phases.includes(phase))).toEqual([]);
  });

  test("has no end where a phase goes on", () => {
    for (const {end, end_precision} of note.phases)
      expect(end === null).toBe(["open", "unknown"].includes(end_precision));
  });

  test("has the national mean of what was published for ten years, and of nothing shorter", () => {
    expect(note.series.map(({measure, phase, points}) => [measure, phase, points.length])).toEqual([
      ["fsm6_pct", "secondary", 10]
    ]);
    expect(note.series[0].points[0]).toEqual({year: 2000, series_id: 0, value: 2, schools: 2});
  });
});
