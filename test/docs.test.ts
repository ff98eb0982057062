import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {commands} from "../pipelines/commands/index.ts";
import {commandsPage} from "../pipelines/documents/commands-page.ts";
import {measures} from "../src/vocabulary/measures.ts";

const readme = readFileSync("README.md", "utf8");
const files = ["src", "pipelines", "dashboards", "docs", "test"].flatMap((folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(".observablehq"))
    .map((entry) => join(entry.parentPath, entry.name))
);

describe("the README", () => {
  test("is one page", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(120);
  });

  test("names no script that package.json has not", () => {
    const scripts = Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as {scripts: object}).scripts);
    const named = [...readme.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, own]) => run ?? own);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  test("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path);
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test.each([
  "README.md",
  "CONTRIBUTING.md",
  "docs/method.md",
  "docs/tutorial.md",
  "data/README.md",
  "data/partnerships/README.md"
])("%s names files and folders of the project that are there", (file) => {
  const named = [...readFileSync(file, "utf8").matchAll(/`((?:src|pipelines|dashboards|test|docs)\/[\w./-]+)`/g)];
  const isPattern = (path: string): boolean => path.includes("/a/b.");
  expect(named.map(([, path]) => path).filter((path) => !existsSync(path) && !isPattern(path))).toEqual([]);
});

test("docs/commands.md shows the help that the command line prints, word for word: npm run documents", () => {
  expect(readFileSync("docs/commands.md", "utf8")).toBe(commandsPage(commands));
});

describe("the help", () => {
  test("says what every command and every option is for", () => {
    for (const {name, about, options} of commands) {
      expect(about, name).toBeTruthy();
      for (const [option, {about: says}] of Object.entries(options)) expect(says, `${name} --${option}`).toBeTruthy();
    }
  });
});

describe.each(Object.entries(measures))(
  "the measure %s",
  (_, {label, subject, unit, digits, phases, comparable_series}) => {
    test("has a label, a subject, a unit and phases", () => {
      expect([label, subject, unit].filter((text) => !text)).toEqual([]);
      expect(digits).toBeGreaterThanOrEqual(0);
      expect(phases.length).toBeGreaterThan(0);
    });

    test("has segments that neither overlap nor run backwards", () => {
      comparable_series.forEach(({from, to}, i) => {
        expect(to ?? Infinity, `${from}`).toBeGreaterThanOrEqual(from);
        if (i > 0)
          expect(from, `after ${comparable_series[i - 1].from}`).toBeGreaterThan(
            comparable_series[i - 1].to ?? Infinity
          );
      });
    });

    test("says of each segment what is measured, why it stands apart, and where it is read", () => {
      for (const series_id of comparable_series) {
        expect([series_id.label, series_id.why].filter((text) => !text)).toEqual([]);
        expect(series_id.read.length).toBeGreaterThan(0);
      }
    });
  }
);

describe("the tree", () => {
  /** Files that may be longer than 300 lines, and why. */
  const long: Record<string, string> = {
    "LICENCES.md": "made by a script, a line a package",
    "docs/commands.md": "the help of every command",
    "docs/library.md": "every public name of the library, made from its docstrings",
    "src/release/results.ts": "the shape of one file of the release",
    "test/outcomes/reconcile.test.ts": "a case for each verdict, on one invented authority",
    "test/bad-input/strange-files.test.ts": "every kind of strange file, a table of them each"
  };

  test("no file has more than 300 lines without a reason", () => {
    const code = files.filter((file) => /\.(ts|js|sql|md|css)$/.test(file));
    const tooLong = code.filter((file) => readFileSync(file, "utf8").split("\n").length > 301 && !(file in long));
    expect(tooLong).toEqual([]);
  });

  test("no reason outlives its file’s length", () => {
    const short = Object.keys(long).filter(
      (file) => !existsSync(file) || readFileSync(file, "utf8").split("\n").length <= 301
    );
    expect(short).toEqual([]);
  });

  test("no file or folder is a drawer without a name of its own", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.)/.test(file))).toEqual([]);
  });

  test("no file says where on some machine it was made", () => {
    const code = files.filter((file) => /\.(ts|js|sql|md|css|csv|json)$/.test(file));
    const homes = new RegExp(`["'\\s(](/${["work", "root", "home", "Users", "tmp"].join("|/")})/`);
    expect(code.filter((file) => homes.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  test("every table and check says in its first lines what it is, and every table its key", () => {
    const queries = files.filter((file) => file.endsWith(".sql") && !file.endsWith("macros.sql"));
    for (const file of queries) {
      const [first, second] = readFileSync(file, "utf8").split("\n");
      expect(first, file).toMatch(/^-- \S.*\.$/);
      if (!file.includes("checks/")) expect(second, file).toMatch(/^-- (key: |\S)/);
    }
  });
});
