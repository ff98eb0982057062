import {existsSync} from "node:fs";
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {alone} from "../../pipelines/files/alone.ts";
import {buildSite} from "../../pipelines/site/build.ts";
import {finish} from "../../pipelines/site/finish.ts";
import {sampleRelease} from "../support/sample-release.ts";

let folder: string;
let release: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "site-"));
  release = process.env.PAV_TEST_RELEASE ?? (await sampleRelease());
});
afterAll(() => rm(folder, {recursive: true, force: true}));

describe("before anything is built", () => {
  test("a release that is not there is told with what to do", async () => {
    const missing = buildSite({release: join(folder, "none"), output: join(folder, "site")});
    await expect(missing).rejects.toMatchObject({name: "UserError", fix: expect.stringContaining("npm run pav")});
    expect(existsSync(join(folder, "site"))).toBe(false);
  });

  test("a release that lacks a file, or holds an empty one, is told by its name", async () => {
    const part = join(folder, "part");
    await cp(release, part, {recursive: true});
    await writeFile(join(part, "types.json"), " ");
    await expect(buildSite({release: part})).rejects.toThrow(/types\.json: empty/);
    await rm(join(part, "types.json"));
    await expect(buildSite({release: part})).rejects.toThrow(/types\.json: missing/);
  });

  test("a folder that holds something other than a site is left alone", async () => {
    const precious = join(folder, "precious");
    await mkdir(precious);
    await writeFile(join(precious, "thesis.txt"), "years of work");
    await expect(buildSite({release, output: precious})).rejects.toThrow(/something other than a site/);
    expect(await readFile(join(precious, "thesis.txt"), "utf8")).toBe("years of work");
  });
});

describe("one build at a time", () => {
  const impatient = {wait: 0, look: 1, log: () => {}};

  test("a second waits its turn, and is told so if that takes too long", async () => {
    const file = join(folder, "in-use");
    const second = alone(file, () => alone(file, async () => "two at once", impatient));
    await expect(second).rejects.toThrow(/another build of the site is still running/);
    expect(await alone(file, async () => "done", impatient)).toBe("done");
  });

  test("what a process that is gone left behind is no hindrance", async () => {
    const file = join(folder, "left-behind");
    await writeFile(file, "999999999");
    expect(await alone(file, async () => "done", impatient)).toBe("done");
  });
});

describe("finishing a site", () => {
  test("leaves out when its files were made, so that the same release gives the same bytes", async () => {
    const page = (at: number) =>
      `<html><script>registerFile("./a.json", {"path":"./_file/a.1.json","lastModified":${at},"size":1});</script></html>`;
    const [one, other] = [await site(page(1)), await site(page(2))];
    await finish(one);
    await finish(other);
    expect(await readFile(join(one, "index.html"), "utf8")).toBe(await readFile(join(other, "index.html"), "utf8"));
  });

  async function site(html: string): Promise<string> {
    const made = await mkdtemp(join(folder, "finish-"));
    await writeFile(join(made, "index.html"), html);
    return made;
  }

  test("gives a page its language, lets a reader enlarge it and lets a keyboard skip the header", async () => {
    const made = await site(
      '<html><meta content="initial-scale=1, maximum-scale=1"><div id="observablehq-center"></div></html>'
    );
    expect(await finish(made)).toBe(1);
    const html = await readFile(join(made, "index.html"), "utf8");
    expect(html).toContain('<html lang="en-GB">');
    expect(html).not.toContain("maximum-scale");
    expect(html).toContain('href="#observablehq-main">Skip to the content');
  });

  test.each([
    {what: "an error on the page", html: '<div class="observablehq--error">no such thing</div>', says: /no such thing/},
    {what: "a package left by name", html: '<script>import "lodash"</script>', says: /lodash, which a browser cannot/},
    {what: "a file that is not there", html: '<script>import("./gone.js")</script>', says: /gone\.js, which is not in/},
    {what: "another host", html: '<img src="https://example.org/a.png">', says: /example\.org\/a\.png from another/}
  ])("finds $what", async ({html, says}) => {
    await expect(finish(await site(html))).rejects.toThrow(says);
  });

  test("does not mind a link to another host, which is followed only by choice", async () => {
    await expect(finish(await site('<a href="https://example.org/">a page</a>'))).resolves.toBe(1);
  });
});
