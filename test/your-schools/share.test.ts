import fc from "fast-check";
import {expect, test} from "vitest";
import {listedText, readShared, shareList, type SharedList} from "../../src/your-schools/share.ts";
import {hostileNames} from "../support/hostile-names.ts";

const lists: fc.Arbitrary<SharedList> = fc.record({
  name: fc.oneof(fc.string(), fc.constantFrom(...hostileNames)),
  partnership_type: fc.constantFrom("multi_academy_trust", "federation"),
  schools: fc.uniqueArray(
    fc.record({
      urn: fc.integer({min: 100_000, max: 999_999}),
      role: fc.constantFrom("supported" as const, "supporter" as const, "member" as const),
      joined: fc.option(
        fc.integer({min: 0, max: 20_000}).map((days) => new Date(86_400_000 * days).toISOString().slice(0, 10))
      )
    }),
    {minLength: 1, selector: ({urn}) => urn}
  )
});

test("a list comes back from the address as it went in, whatever it is called", () =>
  fc.assert(
    fc.property(lists, (list) => {
      expect(readShared(shareList(list))).toEqual({list, problem: null});
      expect(readShared(`#${shareList(list)}`)).toEqual({list, problem: null});
    })
  ));

test("an address cut anywhere inside its list is never taken for a whole one", () =>
  fc.assert(
    fc.property(lists, fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), (list, share) => {
      const whole = shareList(list);
      const start = whole.indexOf("schools=");
      const cut = whole.slice(0, start + Math.floor((whole.length - start) * share));
      expect(readShared(cut).problem).toMatch(/cut or changed/);
    })
  ));

test("a text about something else holds no list, and nothing is wrong with it", () => {
  expect(readShared("")).toEqual({list: null, problem: null});
  expect(readShared("#chapter-two")).toEqual({list: null, problem: null});
  expect(readShared("#%")).toEqual({list: null, problem: null});
});

test.each([
  ["no school", "name=A&partnership_type=federation&schools=&count=0"],
  ["a type that there is not", "name=A&partnership_type=__proto__&schools=100001m&count=1"],
  ["no name", "partnership_type=federation&schools=100001m&count=1"],
  ["no schools at all", "name=A&partnership_type=federation"]
])("a list with %s is none, and says so", (_, text) => {
  expect(readShared(text)).toEqual({list: null, problem: expect.stringContaining("cannot be read")});
});

test("what is no school, no day or said twice is left out, and counted", () => {
  const schools = "abc.100001m.100002x.100003s2016-09-01.100004m2016-13-45.100005m9999-99-99.100001s";
  expect(readShared(`name=A&partnership_type=federation&schools=${schools}&count=7`)).toEqual({
    list: {
      name: "A",
      partnership_type: "federation",
      schools: [
        {urn: 100001, role: "member", joined: null},
        {urn: 100003, role: "supported", joined: "2016-09-01"}
      ]
    },
    problem: expect.stringContaining("2 of 7 schools are left")
  });
});

test("as text it is a table with a header", () => {
  const schools = [{urn: 100003, role: "supported" as const, joined: "2016-09-01"}];
  expect(listedText({name: "A", partnership_type: "federation", schools})).toBe(
    "urn,role,from_date\n100003,supported,2016-09-01"
  );
});
