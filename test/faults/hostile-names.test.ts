import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import Papa from "papaparse";
import {beforeAll, describe, expect, test} from "vitest";
import {csv, plainText as onPages} from "../../dashboards/components/ui/table.ts";
import {runPipeline} from "../../pipelines/run.ts";
import {printTable} from "../../pipelines/tables/print-table.ts";
import {inertText} from "../../src/vocabulary/inert-text.ts";
import {openDuckDB, quote, rows} from "../../pipelines/warehouse.ts";
import {hostileNames} from "../support/hostile-names.ts";
import {emptyFolder, findFolder, ks4Header, ks4National, ks4Row, lines} from "../support/published-files.ts";

const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;
const isNumber = (text: string) => /^[+-]?\d+(\.\d+)?$/.test(text);

describe("a text in a CSV file", () => {
  test.each(hostileNames.map((name) => [name.slice(0, 40), name]))(
    "%s is no formula, and is the same from each maker",
    async (_, name) => {
      const {warehouse, close} = await openDuckDB(":memory:");
      await warehouse.run(await readFile("pipelines/release/macros.sql", "utf8"));
      const [{text}] = (await rows<{text: string}>(warehouse, `select plain_text(${quote(name)}) as text`)) as [
        {text: string}
      ];
      close();
      expect(text).toBe(inertText(name));
      expect(onPages(name)).toBe(inertText(name));
      expect(dangerous.test(text) && !isNumber(text)).toBe(false);
      expect([name, `'${name}`]).toContain(text);
      const columns = [{name: "School", show: (row: string) => row}];
      expect(Papa.parse<string[]>(csv([name], columns), {delimiter: ","}).data[1]?.[0]).toBe(text);
      expect(Papa.parse<string[]>(printTable([{school: name}], "csv"), {delimiter: ","}).data[1]?.[0]).toBe(text);
    }
  );

  test("a number stays one, negative or not", () => {
    const columns = [
      {name: "a", show: (row: number) => row.toFixed(1)},
      {name: "b", show: () => "", raw: (row: number) => row}
    ];
    expect(csv([-1.5], columns).replace(/^\ufeff/, "")).toBe("a,b\r\n-1.5,-1.5\r\n");
    expect(printTable([{a: -1.5, b: "-1.5"}], "csv")).toBe("a,b\n-1.5,-1.5");
  });
});

describe("a release of schools and partnerships with such names", () => {
  let release: string;
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  // Lists that begin a cell as a formula are refused; the register’s own names are not ours to refuse.
  const listed = (name: string) => (dangerous.test(name) ? `Partnership ${name}` : name);
  // Spaces about a name are no part of it; a partnership’s id is small letters.
  const named = hostileNames.map((name, i) => ({
    name: name.trim(),
    urn: 900_001 + i,
    id: ["__proto__", "constructor", "tostring"][i] ?? `p${i}`
  }));

  beforeAll(async () => {
    const schools = named.map(({name, urn}) => ks4Row(urn).replace(`School ${urn}`, () => cell(name)));
    const header =
      "partnership_id,partnership_name,partnership_kind,urn,role,from_date,to_date,date_precision,cost_per_year,source_url,source_date,evidence,note";
    const members = named.map(
      ({name, urn, id}) => `${id},${cell(listed(name))},federation,${urn},member,2014-09-01,,day,,,,,`
    );
    const from = await findFolder({
      "2018-2019_england_ks4final.csv": lines(ks4Header, ...schools, ks4National),
      "members.csv": lines(header, ...members)
    });
    const to = join(await emptyFolder(), "out");
    await runPipeline({from, to, estimated: "left out"});
    release = join(to, "release");
  });

  test("has files with plain names alone", async () => {
    const found = await readdir(release, {recursive: true});
    expect(found.filter((file) => !/^[\w./-]+$/.test(file) || file.includes(".."))).toEqual([]);
  });

  test("has every name as it was given, in JSON that any reader takes", async () => {
    const texts: string[] = [];
    for (const file of await readdir(release, {recursive: true})) {
      if (!/\.json(\.gz)?$/.test(file)) continue;
      const bytes = await readFile(join(release, file));
      const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
      JSON.parse(text);
      texts.push(text);
    }
    const all = texts.join("\n");
    for (const {name} of named) expect(all.includes(JSON.stringify(name)), name.slice(0, 60)).toBe(true);
  });

  test("has no formula in any download, and no name lost", async () => {
    const folder = join(release, "download");
    const cells = new Set<string>();
    for (const file of await readdir(folder)) {
      if (!file.endsWith(".csv")) continue;
      const {data, errors} = Papa.parse<string[]>((await readFile(join(folder, file), "utf8")).trim(), {
        delimiter: ","
      });
      expect(errors).toEqual([]);
      for (const text of data.flat()) {
        expect(dangerous.test(text) && !isNumber(text), `${file}: ${text.slice(0, 60)}`).toBe(false);
        cells.add(text);
      }
    }
    for (const {name} of named)
      expect(cells.has(inertText(name)) || cells.has(inertText(listed(name))), name.slice(0, 60)).toBe(true);
  });

  test("keeps twins apart that differ in case or in how an accent is written", async () => {
    const index = JSON.parse(await readFile(join(release, "partnerships.json"), "utf8")) as {
      columns: Record<string, unknown[]>;
    };
    const names = Object.values(index.columns).find((column) => column.includes("Twin of Case"));
    expect(names).toEqual(expect.arrayContaining(["TWIN OF CASE", "Twin of Case", "St Élan", "St E\u0301lan"]));
  });
});
