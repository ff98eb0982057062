import {describe, expect, test} from "vitest";
import {linkToFiles} from "../../pipelines/site/file-links.ts";

const pages = ["index", "time", "partnership", "partnerships", "data"];

describe("linkToFiles(text, pages)", () => {
  test.each([
    ['<a href="./time">', '<a href="./time.html">'],
    ['<a href="./time#years">', '<a href="./time.html#years">'],
    ['<a href="./">', '<a href="./index.html">'],
    ["`./partnership?${query}`", "`./partnership.html?${query}`"],
    ['linkTo("./partnerships", {})', 'linkTo("./partnerships.html", {})']
  ])("%s becomes %s", (text, linked) => {
    expect(linkToFiles(text, pages)).toBe(linked);
  });

  test.each([
    'import "./time.3f2a.js"',
    'FileAttachment("./data/measures.json")',
    '<a href="https://example.org/time">',
    '"./elsewhere"'
  ])("%s stays", (text) => {
    expect(linkToFiles(text, pages)).toBe(text);
  });
});
