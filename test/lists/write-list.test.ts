import Papa from "papaparse";
import {expect, test} from "vitest";
import {writeList} from "../../src/lists/write-list.ts";
import {readYourList} from "../../src/your-schools/read-list.ts";
import {hostileNames} from "../support/hostile-names.ts";
import {makeRegister} from "../your-schools/register-of.ts";

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

const register = makeRegister({900001: "Hope School", 900002: "Hill School"});

test.each(hostileNames.map((name) => [name.slice(0, 40), name]))(
  "a list under the name %s is refused, or saved with the name and no cell that a spreadsheet runs",
  (_, name) => {
    const said = {name, partnership_type: "federation", role: "member", from: "2018/19"};
    const {members, problems, stopped} = readYourList("urn\n900001\n900002", said, {register, file: "your list"});
    if (stopped) {
      expect(problems).toContainEqual(expect.objectContaining({code: "formula"}));
      return;
    }
    const {data} = Papa.parse<Record<string, string>>(writeList(members), {header: true, skipEmptyLines: true});
    expect(data).toHaveLength(2);
    for (const row of data) {
      for (const cell of Object.values(row))
        expect(isNumber(cell) || !/^[=+\-@\t\r＝＋－＠]/.test(cell), cell).toBe(true);
    }
    expect(data[0]?.["partnership_name"]?.replace(/^'/, "")).toBe(name.trim());
  }
);
