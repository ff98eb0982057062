import {expect, test} from "vitest";
import {briefJson, shardText, withFields} from "../../pipelines/release/text.ts";

test("figures have six significant digits, whole numbers all of theirs", () => {
  expect(briefJson({a: 1 / 3, b: 123_456_789, c: null, d: [1234.5678]})).toBe(
    '{"a":0.333333,"b":123456789,"c":null,"d":[1234.57]}'
  );
});

test("fields are added to the text of an object", () => {
  expect(JSON.parse(withFields('{"a":1}', {b: [2], c: null}))).toEqual({a: 1, b: [2], c: null});
});

test("a file of several texts is an object by key, whatever the key holds", () => {
  const text = shardText(
    new Map([
      ['sponsor of "A"', "[1]"],
      ["b", "2"]
    ])
  );
  expect(JSON.parse(text)).toEqual({'sponsor of "A"': [1], b: 2});
});
