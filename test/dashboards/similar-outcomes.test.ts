import {describe, expect, test} from "vitest";
import {listBeside} from "../../dashboards/components/school/similar-outcomes.ts";
import type {MeasureRow, SchoolFile} from "../../dashboards/components/ui/release.ts";

const school = (id: number, standardised: Record<string, (number | null)[]>): SchoolFile =>
  ({
    ...{id, name: `School ${id}`},
    outcomes: Object.entries(standardised).map(([measure, values]) => ({
      ...{measure, years: values.map((_, i) => 2017 + i), standardised: values}
    }))
  }) as unknown as SchoolFile;
const measures = ["attainment", "absence", "exclusion"].map((id) => ({id, label: id}) as unknown as MeasureRow);

describe("listBeside(note, others, measures)", () => {
  const own = school(1, {absence: [null, -0.5, null], attainment: [0.1, null, 0.3], exclusion: [null, null]});
  const found = listBeside(own, [school(2, {attainment: [0.4]}), school(3, {exclusion: [1]})], measures);

  test("has the outcomes in which the school has a position, in the order asked for", () => {
    expect(found.map(({measure}) => measure.id)).toEqual(["attainment", "absence"]);
  });

  test("says in which years it has one, and leaves the others as gaps", () => {
    expect(found.map(({years}) => years)).toEqual([[2017, 2019], [2018]]);
    expect(found[0].own.points.map(({value}) => value)).toEqual([0.1, NaN, 0.3]);
  });

  test("names only similar schools that have a position in it", () => {
    expect(found.map(({similar}) => similar.map(({name}) => name))).toEqual([["School 2"], []]);
  });
});
