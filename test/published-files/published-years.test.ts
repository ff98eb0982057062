import {expect, test} from "vitest";
import {findNewestYear} from "../../src/published-files/published-years.ts";

test("the newest year of a dataset is the newest known while it goes on, and its last once it was discontinued", () => {
  expect(findNewestYear({first: 2011, newest_known: 2025})).toBe(2025);
  expect(findNewestYear({first: 2011, last: 2018})).toBe(2018);
});
