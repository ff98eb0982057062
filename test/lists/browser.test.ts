import {build} from "esbuild";
import {runInNewContext} from "node:vm";
import {expect, test} from "vitest";
import type {checkLists} from "../../src/lists/check-lists.ts";
import {memberList} from "./made-lists.ts";

test("lists are checked without anything of Node, as in a browser", async () => {
  const {outputFiles} = await build({
    entryPoints: ["src/lists/check-lists.ts"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "lists",
    write: false,
    logLevel: "silent"
  });
  const page: {lists?: {checkLists: typeof checkLists}} = {};
  runInNewContext(outputFiles[0].text, page);
  const files = [{file: "members.csv", text: memberList({urn: "900001.0"})}];
  const {problems} = page.lists!.checkLists(files, {partnerships: null, register: null});
  expect(problems.map(({code}) => code)).toEqual(["urn_mangled"]);
});
