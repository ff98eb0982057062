import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {askJson, lacks} from "../../pipelines/fetch/json.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {startPublishers} from "../support/publishers/server.ts";
import {page, type Reply} from "../support/publishers/asked.ts";

const anything = (): null => null;

async function askFor(reply: Reply, check: (value: unknown) => string | null = anything, bounds = {}) {
  const local = await startPublishers(() => reply);
  return askJson({url: `${local.origin}/govuk/a`}, check, calmContext(local, {tries: 1, ...bounds}));
}

const text = '{"a": 1}';

describe("askJson(question, check)", () => {
  test.each([
    ["plain", {status: 200, body: text}],
    ["as gzip", {status: 200, headers: {"content-encoding": "gzip"}, body: gzipSync(text)}],
    ["as gzip that lost its header", {status: 200, body: gzipSync(text)}],
    ["with a byte-order mark", {status: 200, body: `\ufeff${text}`}]
  ])("reads JSON that comes %s", async (_, reply) => {
    expect(await askFor(reply)).toEqual({a: 1});
  });

  test("refuses a page with status 200", async () => {
    await expect(askFor(page(200, "Sorry"))).rejects.toThrow("answers with a page, not with data");
  });

  test("refuses JSON that is cut off", async () => {
    await expect(askFor({status: 200, body: '{"a": '})).rejects.toThrow("damaged JSON");
  });

  test("refuses gzip that unpacks to hundreds of times its size", async () => {
    const bomb = gzipSync(Buffer.alloc(20e6));
    await expect(askFor({status: 200, body: bomb})).rejects.toThrow("unpacks to more than 200 times its size");
  });

  test("refuses more than the limit", async () => {
    await expect(askFor({status: 200, body: text}, anything, {json_bytes: 4})).rejects.toThrow("sends more than");
  });

  test("says what is missing", async () => {
    await expect(askFor({status: 200, body: text}, (v) => lacks(v, {a: "string", b: "array"}))).rejects.toThrow(
      "no a (string), b (array)"
    );
  });
});

describe("lacks(value, members)", () => {
  test("is content with more than it names", () => {
    expect(lacks({a: "x", more: 1}, {a: "string"})).toBeNull();
  });

  test.each([[null], ["text"], [undefined]])("finds no object in %j", (value) => {
    expect(lacks(value, {a: "string"})).toBe("no object");
  });
});
