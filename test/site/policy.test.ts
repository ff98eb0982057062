import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {makePolicy, withPolicy} from "../../pipelines/site/policy.ts";

const page = (inside: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${inside}</body></html>`;
const hash = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

describe("withPolicy(html)", () => {
  test("names each script of the page by its hash, once, and lets no other run", () => {
    const html = withPolicy(
      page('<script type="module">a()</script><script src="./b.js"></script><script>c()</script><script>a()</script>')
    );
    const [, scripts] = /script-src 'self' ([^;]*);/.exec(html) ?? [];
    expect(scripts).toBe(`${hash("a()")} ${hash("c()")}`);
  });

  test("allows no other host, no frame, no plug-in and no code from text", () => {
    const html = withPolicy(page(""));
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("connect-src 'self'");
    expect(html).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
  });

  test("is what the server sends with the page, which adds that no other page may hold it", () => {
    const html = withPolicy(page("<script>a()</script>"));
    expect(makePolicy(html)).toContain(hash("a()"));
    expect(makePolicy(html)).toMatch(/; frame-ancestors 'none'$/);
    expect(makePolicy(null)).not.toContain("sha256");
  });
});

test("no component writes a handler as an attribute, which the policy of its page forbids", () => {
  const folder = "dashboards/components/ui";
  const found = readdirSync(folder).filter((file) => /\bon[a-z]+=\$\{/.test(readFileSync(join(folder, file), "utf8")));
  expect(found).toEqual([]);
});
