import {execFileSync, spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join, normalize} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {buildLibrary, rooms} from "../../pipelines/library/build.ts";
import {referencePage} from "../../pipelines/library/reference-page.ts";
import {hasBrowser, launch} from "../support/browser.ts";
import {runDocument} from "../support/run-document.ts";

const folder = mkdtempSync(join(tmpdir(), "library-package-"));
const project = join(folder, "project");
const installed = join(project, "node_modules");
const npm = (...args: string[]) => execFileSync("npm", args, {cwd: project, encoding: "utf8"});

beforeAll(async () => {
  await buildLibrary(process.cwd(), join(folder, "built"));
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({name: "empty", private: true, type: "module"}));
  const file = npm("pack", join(folder, "built"), "--silent").trim();
  npm("install", "--offline", "--no-audit", "--no-fund", `./${file}`);
}, 180_000);

afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("the library, packed and installed in an empty project", () => {
  it("brings no other package, and takes no more than 3 MB", () => {
    expect(readdirSync(installed).filter((name) => !name.startsWith("."))).toEqual(["school-partnerships"]);
    const sizes = readdirSync(installed, {recursive: true, encoding: "utf8"}).map((file) =>
      statSync(join(installed, file))
    );
    const bytes = sizes.reduce((sum, size) => sum + (size.isFile() ? size.size : 0), 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(3_000_000);
  });

  it("carries the licences of what is built in, and names no package but itself", () => {
    const root = join(installed, "school-partnerships");
    expect(readFileSync(join(root, "LICENCES.txt"), "utf8")).toContain("ml-matrix");
    const files = readdirSync(root, {recursive: true, encoding: "utf8"}).filter((file) => /\.(js|d\.ts)$/.test(file));
    const imported = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/^(?:import|export)[^;]*? from "([^."][^"]*)"/gm)].map(
        (m) => m[1]
      )
    );
    expect(imported).toEqual([]);
  });

  it("has types: a program is checked, and one that misuses it refused", () => {
    const compiler = join(process.cwd(), "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--skipDefaultLibCheck", "--module", "nodenext", "--target", "es2023"];
    const typed = `import {findEstimator, type LongPanel} from "school-partnerships";
import {holm} from "school-partnerships/inference";
export const estimate = (panel: LongPanel) => findEstimator("imputation").estimate(panel, {
  aggregate: "dynamic", comparators: "never_treated", base: "varying", method: "dr", anticipation: 0
}).effects[0]?.estimate;
export const adjusted = holm;
`;
    writeFileSync(join(project, "typed.ts"), typed);
    writeFileSync(join(project, "misused.ts"), typed.replace('"dynamic"', '"weekly"'));
    const {status, stdout} = spawnSync(process.execPath, [compiler, ...options, "typed.ts", "misused.ts"], {
      cwd: project,
      encoding: "utf8"
    });
    expect(status).not.toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .filter((line) => /^\S/.test(line))
    ).toEqual([expect.stringMatching(/^misused\.ts\(\d+,\d+\): error .*"weekly"/)]);
  }, 60_000);

  it.each(["src/library/README.md", "docs/tutorial.md", "docs/library.md"])(
    "runs %s and prints what it shows",
    (document) => {
      const runs = runDocument(document, project);
      expect(runs.length).toBeGreaterThan(1);
      for (const {file, shown, printed} of runs) expect(printed, file).toBe(shown);
    },
    120_000
  );

  it("is described name by name in docs/library.md, as `npm run build:library` writes it", async () => {
    expect(readFileSync("docs/library.md", "utf8")).toBe(await referencePage(join(folder, "built"), rooms));
  });

  it.skipIf(!hasBrowser())(
    "gives the same in Chromium, from the same files (needs Chromium)",
    async () => {
      const text = readFileSync("src/library/README.md", "utf8");
      const [, program, shown] = /^```js\n([\s\S]*?)^```$[\s\S]*?^```\n([\s\S]*?)^```$/m.exec(text)!;
      const server = createServer((request, response) => {
        const path = normalize(new URL(request.url!, "http://localhost").pathname);
        response.setHeader("content-type", path.endsWith(".js") ? "text/javascript" : "text/html");
        response.end(path.endsWith(".js") ? readFileSync(join(installed, path)) : "");
      }).listen(0);
      const browser = await launch();
      try {
        const page = await browser.newPage();
        const lines: string[] = [];
        page.on("console", (message) => lines.push(message.text()));
        page.on("pageerror", (error) => lines.push(error.message));
        await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
        const content = program.replace('"school-partnerships"', '"/school-partnerships/index.js"');
        await page.addScriptTag({type: "module", content: `${content}\nglobalThis.done = true;`});
        await page.waitForFunction(() => "done" in globalThis, null, {timeout: 20_000});
        expect(`${lines.join("\n")}\n`).toBe(shown);
      } finally {
        await browser.close();
        server.close();
      }
    },
    60_000
  );
});
