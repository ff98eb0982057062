import {expect, test} from "vitest";
import {filtered, type PartnershipFilter} from "../../dashboards/components/partnership/partnership-filter.ts";
import {plainFilter} from "../../dashboards/components/partnership/partnership-form.ts";
import {A_PAGE, foundSentence, findPage} from "../../dashboards/components/partnership/partnership-list.ts";
import {partnershipRow} from "./example-partnership.ts";

const rows = [
  partnershipRow({
    id: "b",
    name: "Beech Trust",
    partnership_type: "multi_academy_trust",
    regions: "South",
    schools: 25
  }),
  partnershipRow({id: "a", name: "Ash & Elm Federation", first_joined: null, schools: 0, regions: ""}),
  partnershipRow({
    id: "c",
    name: "Cedar Area Partnership",
    partnership_type: "area_based_partnership",
    model: 2,
    first_joined: 2019
  })
];
const ids = (filter: Partial<PartnershipFilter>) => filtered(rows, {...plainFilter, ...filter}).map(({id}) => id);

test("a filter that asks nothing finds all, by name", () => expect(ids({})).toEqual(["a", "b", "c"]));

test("each part of a filter is answered", () => {
  expect(ids({find: "elm and fed"})).toEqual(["a"]);
  expect(ids({of: "multi_academy_trust"})).toEqual(["b"]);
  expect(ids({region: "South"})).toEqual(["b", "c"]);
  expect(ids({model: "2"})).toEqual(["c"]);
  expect(ids({size: "21"})).toEqual(["b"]);
  expect(ids({size: "3-5"})).toEqual(["c"]);
});

test("years are compared with the first school that joined; where that is unknown, only “any year” finds it", () => {
  expect(ids({from: "2015"})).toEqual(["c"]);
  expect(ids({to: "2015"})).toEqual(["b"]);
});

test("all parts are asked at once", () => expect(ids({region: "South", of: "federation"})).toEqual([]));

test("a page that is not there becomes the nearest that is", () => {
  expect([null, "0", "2", "99", "x"].map((requested) => findPage(requested, A_PAGE + 1))).toEqual([1, 1, 2, 2, 1]);
  expect(findPage("3", 0)).toBe(1);
});

test("how many were found is told in words", () => {
  expect(foundSentence(12, 600)).toBe("12 of 600 partnerships.");
  expect(foundSentence(600, 600)).toBe("All 600 partnerships.");
  expect(foundSentence(0, 600)).toBe("None of 600 partnerships answers all of these choices.");
});
