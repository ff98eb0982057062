import {expect, test} from "vitest";
import {indexRegister, type RegisterSchool} from "../../src/lists/register.ts";
import {makeLightRegister} from "../../src/your-schools/light-register.ts";

const school = (urn: number, name: string, successors: number[] = []): RegisterSchool => ({
  urn,
  name,
  la_code: "380",
  la_name: "Bradford",
  establishment_number: String(4000 + (urn % 100)),
  ukprn: `1${urn}`,
  status: "Open",
  open_date: null,
  close_date: null,
  successors
});

/** A school that became another twice, two that became one, one that became two, and two that name each other. */
const all = [
  school(100001, "Saint Anne’s School", [100002]),
  school(100002, "St Anne’s Academy", [100003]),
  school(100003, "St Anne’s Academy"),
  school(100004, "Moor End Infant School", [100006]),
  school(100005, "Moor End Junior School", [100006]),
  school(100006, "Moor End Primary School", [100007, 100008]),
  school(100007, "Moor End Lower School", [100999]),
  school(100008, "Moor End Upper School", [100009]),
  school(100009, "Moor End Academy", [100008])
];

test("a register without an index answers as one with an index", () => {
  const [light, whole] = [makeLightRegister(all), indexRegister(all, {whole: false})];
  expect(light.whole).toBe(whole.whole);
  expect(light.schools).toEqual(whole.schools);
  for (const urn of [...all.map((one) => one.urn), 100010, 100999]) {
    expect(light.latest(urn)).toBe(whole.latest(urn));
    expect(light.predecessors(urn)).toEqual(whole.predecessors(urn));
    expect(light.near(urn, "Bradford")).toEqual(whole.near(urn, "Bradford"));
    expect(light.provided(`1${urn}`)).toEqual(whole.provided(`1${urn}`));
    expect(light.numbered(`380/${4000 + (urn % 100)}`)).toEqual(whole.numbered(`380/${4000 + (urn % 100)}`));
  }
  for (const name of ["St Anne's School", "Moor End", "nowhere"]) {
    expect(light.called(name)).toEqual(whole.called(name));
    expect(light.named(name, null)).toEqual(whole.named(name, null));
  }
});

test("a list of URNs is looked up without reading the names of other schools", () => {
  const read = new Set<number>();
  const watched = all.map((one) => ({
    ...one,
    get name() {
      return read.add(one.urn) && one.name;
    }
  }));
  const {schools, latest, predecessors} = makeLightRegister(watched);
  expect(schools.has(100001)).toBe(true);
  expect(latest(100002)).toBe(100003);
  expect(predecessors(100006)).toHaveLength(2);
  expect([...read]).toEqual([100002, 100003]);
});
