import {describe, expect, it} from "vitest";
import {readCovariate, readSample} from "../../pipelines/tables/sample-table.ts";
import {parseTable} from "../../pipelines/read/table.ts";

const table = parseTable("urn,joined,fsm,type\n1,1,20,primary\n2,0,10.5,secondary\n3,0,7,primary\n", "schools.csv");
const columns = {id: "urn", treated: "joined", covariates: ["fsm", "type"]};
const read = (text: string) => readSample(parseTable(text, "schools.csv"), {...columns, covariates: ["fsm"]});

describe("readSample(table, columns)", () => {
  it("takes numbers as numbers and text as categories in the order of the alphabet", () => {
    const {ids, treated, covariates} = readSample(table, columns);
    expect(ids).toEqual(["1", "2", "3"]);
    expect([...treated]).toEqual([1, 0, 0]);
    expect(covariates).toEqual([
      {name: "fsm", values: Float64Array.of(20, 10.5, 7)},
      {name: "type", levels: ["primary", "secondary"], codes: Int32Array.of(0, 1, 0)}
    ]);
  });

  it.each([
    ["an id that stands twice", "urn,joined,fsm\n1,1,2\n1,0,3\n", /row 3, column urn: “1” stands in row 2 already/],
    [
      "a row without an id",
      "urn,joined,fsm\n1,1,2\n,0,3\n",
      /row 3, column urn: the row does not say of which unit it is/
    ],
    ["a treated that is no 0 or 1", "urn,joined,fsm\n1,1,2\n2,yes,3\n", /row 3, column joined/],
    [
      "a treated of another number",
      "urn,joined,fsm\n1,1,2\n2,2018,3\n",
      /row 3, column joined: “2018” where treated is 1/
    ],
    ["an empty covariate", "urn,joined,fsm\n1,1,2\n2,0,\n", /row 3, column fsm: an empty cell in a covariate/],
    [
      "a text among numbers",
      "urn,joined,fsm\n1,1,2\n2,0,SUPP\n3,0,4\n",
      /row 3, column fsm: “SUPP” in a covariate that is a number in 2 of 3 rows/
    ],
    ["infinity among numbers", "urn,joined,fsm\n1,1,2\n2,0,Infinity\n3,0,4\n", /row 3, column fsm: “Infinity”/],
    ["nobody treated", "urn,joined,fsm\n1,0,2\n2,0,3\n", /joined is 0 in every row/],
    ["nobody to compare with", "urn,joined,fsm\n1,1,2\n2,1,3\n", /joined is 1 in every row/]
  ])("refuses %s", (_, text, message) => expect(() => read(text)).toThrow(message));
});

describe("readCovariate(table, name)", () => {
  it("lists the columns where there is none of that name", () => {
    expect(() => readCovariate(table, "roll")).toThrow(/no column called “roll”/);
  });

  it("refuses a category that is written in two ways", () => {
    const two = parseTable("urn,type\n1,North\n2,South\n3,north \n4,SOUTH\u200b\n", "schools.csv");
    expect(() => readCovariate(two, "type")).toThrow("row 4, column type: “north” is written “North” in row 2");
  });
});
