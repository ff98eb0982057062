import {join} from "node:path";
import {expect, test} from "vitest";
import {briefJson, withFields, writeShard} from "../../pipelines/release/text.ts";
import {emptyFolder} from "../support/published-files.ts";
import {readPart} from "../../pipelines/files/read-part.ts";

test("figures have six significant digits, whole numbers all of theirs", () => {
  expect(briefJson({a: 1 / 3, b: 123_456_789, c: null, d: [1234.5678]})).toBe(
    '{"a":0.333333,"b":123456789,"c":null,"d":[1234.57]}'
  );
});

test("fields are added to the text of an object", () => {
  expect(JSON.parse(withFields('{"a":1}', {b: [2], c: null}))).toEqual({a: 1, b: [2], c: null});
});

test("a file of several texts is an object by key, whatever the key holds", async () => {
  const folder = await emptyFolder();
  await writeShard(
    folder,
    "1",
    new Map([
      ['sponsor of "A"', "[1]"],
      ["b", "2"]
    ])
  );
  expect(readPart(join(folder, "1.json.gz"))).toEqual({'sponsor of "A"': [1], b: 2});
});
