import {readdirSync, readFileSync} from "node:fs";
import {csvFormatRows, csvParseRows} from "d3";
import {describe, expect, test} from "vitest";
import {readSources} from "../../pipelines/sources.ts";
import {findHeader} from "../../src/published-files/header.ts";
import {measures} from "../../src/vocabulary/measures.ts";
import {columnsRead} from "../../src/published-files/read-columns.ts";
import {plainName} from "../../src/published-files/recognise.ts";
import {readName} from "../../src/published-files/file-name.ts";
import {allNames, listNames, listSeen} from "../../src/published-files/source.ts";
import {findFolder} from "../support/published-files.ts";
import {stagingWarnings} from "../support/staged-text.ts";

const sources = (await readSources()).filter(({id}) => /^(workforce|teacher|finance|ofsted)_/.test(id));

/** Each column that a measure reads and whose name is remembered, in each sample that has it: its row and place. */
const cases = sources.flatMap((source) =>
  readdirSync(`test/input/${source.id}`).flatMap((file) => {
    const {years, snapshots} = readName(file);
    const year = source.dated === "academic_year" ? years[0] : null;
    const at = year ?? (snapshots[0] ? Number(snapshots[0].slice(0, 4)) : null);
    const rows = csvParseRows(readFileSync(`test/input/${source.id}/${file}`, "utf8").replace(/^\ufeff/, ""));
    const {header, row} = findHeader(rows, [source]);
    return [...columnsRead(measures, source.id, year).keys()].flatMap((column) => {
      const of = source.columns[column];
      const names = (at === null ? allNames(of) : listNames(of, at)).map(plainName);
      const place = header.findIndex((name) => names.includes(plainName(name)));
      return place >= 0 && listSeen(source, of, at) === "memory" ? [{source, file, rows, row, place, column}] : [];
    });
  })
);

describe("a column remembered otherwise than the file has it", () => {
  test("is tested in a file of every source that rests on memory", () => {
    const found = new Set(cases.map(({source}) => source.id));
    expect([...found].sort()).toEqual([
      "finance_maintained",
      "ofsted_inspections",
      "teacher_sickness",
      "teacher_vacancies"
    ]);
  });

  test.each(cases.map((one) => [`${one.source.id} ${one.file} ${one.column}`, one] as const))(
    "%s is warned of by file, row and column, with what the header has and where to put it right",
    async (_, {source, file, rows, row, place, column}) => {
      const name = rows[row - 1][place];
      const renamed = rows.map((cells, i) => (i === row - 1 ? cells.with(place, `${name} (new)`) : cells));
      const warnings = await stagingWarnings(await findFolder({[file]: csvFormatRows(renamed)}), source);
      const warning = warnings.find((one) => one.includes(`(${column})`))!;
      expect(warning).toContain(`${file}, row ${row}, column `);
      expect(warning).toContain(`known from memory alone`);
      expect(warning).toContain(`${name} (new)`);
      expect(warning).toContain(`pipelines/sources/${source.id}/source.ts`);
    }
  );
});
