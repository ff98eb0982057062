import {createReadStream, existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {createServer} from "node:http";
import {type AddressInfo} from "node:net";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {builtSite} from "../support/built-site.ts";

// Case hunt-19: a host that answers with the file of that very name and no other, below a path.
const BELOW = "/team/schools";

describe("the site on a host without clean addresses, below a path", () => {
  let site = "";
  let origin = "";
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://localhost");
    const file = join(site, decodeURIComponent(pathname.slice(BELOW.length)));
    if (!pathname.startsWith(`${BELOW}/`) || !existsSync(file)) response.writeHead(404).end();
    else
      createReadStream(file)
        .on("error", () => response.destroy())
        .pipe(response);
  });
  beforeAll(async () => {
    ({site} = await builtSite());
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 600_000);
  afterAll(() => void server.close());

  test("every link of every page, and every address a script makes, leads to a file", async () => {
    const names = await readdir(site, {recursive: true});
    const pages = names.filter((name) => name.endsWith(".html"));
    const scripts = names.filter((name) => /^_import\/.*\.js$/.test(name));
    const links: string[] = [];
    for (const name of [...pages.filter((page) => !page.includes("/")), ...scripts]) {
      const text = await readFile(join(site, name), "utf8");
      const found = name.endsWith(".html")
        ? [...text.matchAll(/\b(?:href|src)="(\.[^"]*)"/g)]
        : [...text.matchAll(/["'`](\.\/[\w-]+(?:\.html)?)(?=["'`?#])/g)];
      links.push(
        ...found.map(
          ([, link]) => new URL(link, `${origin}${BELOW}/${name.endsWith(".html") ? name : ""}`).href.split(/[?#]/)[0]
        )
      );
    }
    const requested = [...new Set(links)];
    const answers = await Promise.all(
      requested.map(async (address) => ({address, status: (await fetch(address)).status}))
    );
    expect(requested.length).toBeGreaterThan(20);
    expect(answers.filter(({status}) => status !== 200)).toEqual([]);
  });
});
