import {readdirSync} from "node:fs";
import {readFile, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {readList} from "../../pipelines/read/read-list.ts";
import {checkLists} from "../../src/lists/check-lists.ts";
import {readRegister} from "../../src/lists/register-text.ts";
import {sayProblems} from "../../src/lists/say.ts";
import type {ListFile} from "../../src/lists/table.ts";
import {memberList} from "./made-lists.ts";

const folder = "test/bad-lists";
const list = async (name: string): Promise<ListFile> => ({...(await readList(join(folder, name))), file: name});

const register = readRegister(
  await list("register/edubasealldata.csv"),
  await list("register/links_edubasealldata.csv")
);

/** As the command prints it. */
function said(file: ListFile): string {
  const {problems} = checkLists([file], {partnerships: null, register});
  const lines = problems.length ? sayProblems(problems, {most: 20}) : [`${file.file}: nothing is wrong`];
  return `${lines.join("\n")}\n`;
}

const hundredThousandRows: ListFile = {
  file: "a-hundred-thousand-rows.csv",
  text: memberList(...Array.from({length: 100_000}, (_, i) => ({urn: `${100 + (i % 900)} ${100 + (i % 899)}`})))
};

test("every bad list is told what is wrong, as reviewed", async () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const lists = [...(await Promise.all(names.sort().map(list))), hundredThousandRows];
  const messages = lists.map(said).join("\n");
  const path = join(folder, "messages.txt");
  if (process.env.UPDATE === "1" && !process.env.CI) await writeFile(path, messages);
  expect(messages).toBe(await readFile(path, "utf8"));
});

test("each has one fault: nothing else is told but what follows from it", async () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const checked = await Promise.all(
    names.map(async (name) => {
      const {problems} = checkLists([await list(name)], {partnerships: null, register});
      return {name, sorts: new Set(problems.map(({code}) => code)).size};
    })
  );
  const several = ["dates-mixed.csv", "spells-overlap-under-two-urns.csv", "urn-is-a-name.csv"];
  expect(checked.filter(({name, sorts}) => sorts > 1 && !several.includes(name))).toEqual([]);
});
