import fc from "fast-check";
import {expect, test} from "vitest";
import {listedText, readShared, shareList, type SharedList} from "../../src/your-schools/share.ts";

const lists: fc.Arbitrary<SharedList> = fc.record({
  name: fc.string(),
  partnership_type: fc.constantFrom("multi_academy_trust", "federation"),
  schools: fc.array(
    fc.record({
      urn: fc.integer({min: 100_000, max: 999_999}),
      role: fc.constantFrom("supported" as const, "supporter" as const, "member" as const),
      joined: fc.option(
        fc.integer({min: 0, max: 20_000}).map((days) => new Date(86_400_000 * days).toISOString().slice(0, 10))
      )
    }),
    {minLength: 1}
  )
});

test("a list comes back from the address as it went in, whatever it is called", () =>
  fc.assert(
    fc.property(lists, (list) => {
      expect(readShared(shareList(list))).toEqual(list);
      expect(readShared(`#${shareList(list)}`)).toEqual(list);
    })
  ));

test("what is no list is none, and what is no school in it is left out", () => {
  expect(readShared("")).toBeNull();
  expect(readShared("#chapter-two")).toBeNull();
  expect(readShared("name=A&partnership_type=federation&schools=")).toBeNull();
  expect(
    readShared("name=A&partnership_type=federation&schools=abc.100001m.100002x.100003s2016-09-01")?.schools
  ).toEqual([
    {urn: 100001, role: "member", joined: null},
    {urn: 100003, role: "supported", joined: "2016-09-01"}
  ]);
});

test("as text it is a table with a header", () => {
  const schools = [{urn: 100003, role: "supported" as const, joined: "2016-09-01"}];
  expect(listedText({name: "A", partnership_type: "federation", schools})).toBe(
    "urn,role,from_date\n100003,supported,2016-09-01"
  );
});
