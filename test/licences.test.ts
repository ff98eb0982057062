import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {purposes} from "../pipelines/licences/purposes.ts";
import {licencesText, licensedPackages, type LockedPackage} from "../pipelines/licences/packages.ts";

const read = <T>(file: string) => JSON.parse(readFileSync(file, "utf8")) as T;
const {packages} = read<{packages: Record<string, LockedPackage>}>("package-lock.json");

test("LICENCES.md is what `npm run licences` makes of the lock", () => {
  expect(readFileSync("LICENCES.md", "utf8")).toBe(licencesText(licensedPackages(packages)));
});

test("every package states a licence that lets it be used and handed on", () => {
  const fine =
    /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BSL-1\.0|BlueOak-1\.0\.0|MPL-2\.0|CC0-1\.0|Python-2\.0|Unlicense|Zlib)$/;
  const others = licensedPackages(packages).filter(
    ({licence}) =>
      !licence.split(/ OR /).some((one) => one.split(" AND ").every((part) => fine.test(part.replace(/[()]/g, ""))))
  );
  expect(others).toEqual([]);
});

test("every package that is asked for says what it is for", () => {
  const asked = read<Record<"dependencies" | "devDependencies", Record<string, string>>>("package.json");
  expect(Object.keys(purposes).sort()).toEqual(
    [...Object.keys(asked.dependencies), ...Object.keys(asked.devDependencies)].sort()
  );
});

test("no package’s script at installation is needed: those that have one are denied it", () => {
  const {allowScripts} = read<{allowScripts: Record<string, boolean>}>("package.json");
  const requesting = Object.entries(packages).filter(([, {hasInstallScript}]) => hasInstallScript);
  const names = [...new Set(requesting.map(([path]) => path.split("node_modules/").at(-1)!))];
  expect(Object.keys(allowScripts).sort()).toEqual(names.sort());
  expect(Object.values(allowScripts)).not.toContain(true);
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});
