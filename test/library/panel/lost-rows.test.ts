import {describe, expect, it} from "vitest";
import {readPanel, type ReadPanelOptions} from "../../../src/library/panel/read-panel.ts";

/** Six units over three years: a and b never treated, the others from 2012 on. */
function read(
  lacks: {x?: (id: string, year: number) => boolean; row?: typeof lacks.x},
  options: ReadPanelOptions = {}
) {
  const rows = ["a", "b", "c", "d", "e", "f"]
    .flatMap((id) => [2010, 2011, 2012].map((year) => ({id, year})))
    .filter(({id, year}) => !lacks.row?.(id, year));
  const columns = {
    id: rows.map(({id}) => id),
    time: Float64Array.from(rows, ({year}) => year),
    cohort: Float64Array.from(rows, ({id}) => ("ab".includes(id) ? 0 : 2012)),
    outcome: Float64Array.from(rows, (_, i) => i),
    covariates: [{name: "x", values: Float64Array.from(rows, ({id, year}) => (lacks.x?.(id, year) ? NaN : year))}]
  };
  return readPanel(columns, {file: "p.csv", names: {time: "year"}, ...options});
}
const isNever = (id: string) => "ab".includes(id);

describe("what is said of units that are left out", () => {
  it("names the column, the year and who, where --balance leaves out all that were never treated", () => {
    const {messages, neverTreatedLost} = read({x: (id, year) => isNever(id) && year === 2011}, {balance: true});
    expect(neverTreatedLost).toBe("2 units never treated, for want of x in year 2011");
    expect(messages.at(-1)).toBe(
      "left out 2 of 6 units that lack one of the 3 periods: 2 units never treated, for want of x in year 2011"
    );
  });

  it("tells rows that are not there from values that are missing", () => {
    const lacks = {
      x: (id: string, year: number) => id === "a" && year === 2010,
      row: (id: string, year: number) => id === "b" && year === 2012
    };
    expect(read(lacks, {balance: true}).neverTreatedLost).toBe(
      "2 units never treated, for want of x in year 2010, a row in year 2012"
    );
  });

  it("says so without --balance too, where none of their rows has a covariate", () => {
    expect(read({x: isNever}).neverTreatedLost).toBe("2 units never treated, for want of x in year 2010, 2011, 2012");
  });

  it("says nothing while one of them is left, and keeps all rows where covariates may be missing", () => {
    expect(read({x: (id, year) => id === "a" && year === 2011}, {balance: true}).neverTreatedLost).toBeNull();
    const {panel, messages} = read({x: isNever}, {mayLackCovariates: true, balance: true});
    expect([panel.unit.length, messages]).toEqual([18, []]);
  });

  it("names what treated units lack where none is left", () => {
    const x = (id: string, year: number) => !isNever(id) && year === 2011;
    expect(() => read({x}, {balance: true})).toThrow(
      "p.csv: no treated unit is left: --balance leaves out 4 units treated, for want of x in year 2011"
    );
    expect(() => read({x: (id) => !isNever(id)})).toThrow("every row of a treated unit lacks x");
  });

  it("names what all units lack where none has every period", () => {
    expect(() => read({x: (_, year) => year === 2011, row: (id, year) => id === "a" && year === 2010})).not.toThrow();
    expect(() => read({row: (id, year) => year === ("abc".includes(id) ? 2010 : 2012)}, {balance: true})).toThrow(
      "no unit has all periods: 2 units never treated, for want of a row in year 2010"
    );
  });
});
