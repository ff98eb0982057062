import {describe, expect, test} from "vitest";
import {readRegister} from "../../src/lists/register-text.ts";

const header =
  "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate";
const text = [
  header,
  '900011,901,Marshshire,4001,"Fenwick School",Closed,,31-08-2016',
  "900012,901,Marshshire,4001,Fenwick Academy,Open,01-09-2016,",
  "900013,902,Farshire,4001,Another,Open,01-09-2016,",
  "20001,901,Marshshire,,A Children’s Centre,Open,,"
].join("\r\n");
const file = (content: string) => ({file: "edubase.csv", text: content});
const links = (...rows: string[]) => ({file: "links.csv", text: ["URN,LinkURN,LinkName,LinkType", ...rows].join("\n")});

describe("readRegister(establishments, links)", () => {
  test("reads schools, with days as ISO dates, and leaves out what has no URN of six digits", () => {
    const {schools} = readRegister(file(text), null);
    expect([...schools.keys()]).toEqual([900011, 900012, 900013]);
    expect(schools.get(900011)).toMatchObject({name: "Fenwick School", open_date: null, close_date: "2016-08-31"});
  });

  test("takes without links the open school of the same number and authority as the successor of a closed one", () => {
    expect(readRegister(file(text), null).schools.get(900011)!.successors).toEqual([900012]);
  });

  test.each([
    ["900011,900013,Another,Successor"],
    ["900013,900011,Fenwick School,Predecessor - merged"],
    ["900011,900013,Another,Result of Amalgamation"]
  ])("takes from the links %s that 900013 followed 900011", (link) => {
    const register = readRegister(file(text), links(link));
    expect([register.latest(900011), register.predecessors(900013).map(({urn}) => urn)]).toEqual([900013, [900011]]);
  });

  test("takes no successor from links of another type", () => {
    expect(readRegister(file(text), links("900011,900013,Another,Sixth Form Centre Link")).latest(900011)).toBe(900011);
  });

  test("follows no school where it has two successors, and ends where links go round", () => {
    const split = links("900011,900012,A,Successor", "900011,900013,B,Successor");
    const round = links("900011,900012,A,Successor", "900012,900011,B,Successor");
    expect(readRegister(file(text), split).latest(900011)).toBe(900011);
    expect(readRegister(file(text), round).latest(900011)).toBe(900012);
  });

  test("refuses a file without a column, and one without schools", () => {
    expect(() => readRegister(file("URN,Name\n1,A"), null)).toThrow("edubase.csv: has no column LA (code)");
    expect(() => readRegister(file(header), null)).toThrow("has no school with a URN of six digits");
  });
});
