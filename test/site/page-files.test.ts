import {readdirSync} from "node:fs";
import {expect, test} from "vitest";
import {pageFiles} from "../../dashboards/data/page-files.ts";

test("a build makes the file of every loader, and no other: a loader that it left out would run as a process of its own", () => {
  const loaders = readdirSync("dashboards/data").flatMap((name) => /^(.*)\.json\.ts$/.exec(name)?.[1] ?? []);
  expect(Object.keys(pageFiles).sort()).toEqual(loaders.sort());
});
