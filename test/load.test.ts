import {execFile} from "node:child_process";
import {cp, mkdtemp, readdir, readFile, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";
import {beforeAll, describe, expect, test} from "vitest";

const run = promisify(execFile);

/** A project of a few modules, with this project’s way of loading them. */
describe("a module that is loaded", () => {
  let project = "";
  const cache = () => join(project, "node_modules/.cache/school-partnerships");
  const say = async () => (await run(process.execPath, [join(project, "pipelines/pav.js")])).stdout.trim();

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "pav-load-"));
    for (const folder of ["src", "dashboards/data", "node_modules", "pipelines"]) {
      await cp("package-lock.json", join(project, folder, "x"), {recursive: true});
    }
    await cp("package-lock.json", join(project, "package-lock.json"));
    await writeFile(join(project, "package.json"), '{"type": "module"}');
    await symlink(resolve("node_modules/esbuild"), join(project, "node_modules/esbuild"));
    const load = (await readFile("pipelines/load.js", "utf8")).replace(
      /const ENTRIES = \[[\s\S]*?\n\];/,
      'const ENTRIES = ["pipelines/cli.ts"];'
    );
    await writeFile(join(project, "pipelines/load.js"), load);
    for (const file of ["pav.js", "obstacle.js"]) await cp(`pipelines/${file}`, join(project, "pipelines", file));
    await writeFile(join(project, "src/word.ts"), 'export const word: string = "first";\n');
    await writeFile(
      join(project, "pipelines/cli.ts"),
      'import {word} from "../src/word.ts";\nconsole.log(word, import.meta.url);\n'
    );
  });

  test("runs as it stands in its source, and knows that source’s address", async () => {
    const [word, address] = (await say()).split(" ");
    expect(word).toBe("first");
    expect(address).toMatch(/^file:.*\/pipelines\/cli\.ts$/);
  });

  test("is compiled once, and again when a source has changed", async () => {
    await say();
    expect(await readdir(cache())).toHaveLength(1);
    await writeFile(join(project, "src/word.ts"), 'export const word: string = "second";\n');
    expect((await say()).split(" ")[0]).toBe("second");
    expect(await readdir(cache())).toHaveLength(2);
  });

  test("is whole where several processes compile it at once", async () => {
    await writeFile(join(project, "src/word.ts"), 'export const word: string = "third";\n');
    const said = await Promise.all(Array.from({length: 4}, say));
    expect(new Set(said.map((line) => line.split(" ")[0]))).toEqual(new Set(["third"]));
    expect((await readdir(cache())).filter((name) => name.includes("."))).toEqual([]);
  });
});
