import {describe, expect, test} from "vitest";
import {readFolder, listSaid} from "../support/read-files.ts";
import {ks4File, ks4Row, lines, type Files} from "../support/published-files.ts";

const name = "2018-2019_england_ks4final.csv";
const published = ks4File(
  ks4Row(900001),
  ks4Row(900002, {attainment: "SUPP"}).replace("School 900002", '"Mere, ""the"" Élan"')
);
const wide = (text: string, order: "le" | "be" = "le"): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const separated = (mark: string, text = published): string =>
  text.replace(/("[^\n]*")|,/g, (_, quoted: string | undefined) => quoted ?? mark);

async function listStaged(files: Files): Promise<unknown[]> {
  const {query, close, warnings, filesRead} = await readFolder(files);
  const staged = await query("select * exclude (file_id) from staged.ks4_performance order by source_row");
  close();
  expect([warnings, filesRead.unknown]).toEqual([[], []]);
  return staged;
}

describe("a published file that a spreadsheet saved again is read as it was published", async () => {
  const asPublished = await listStaged({[name]: published});

  test.each<[string, string, string | Buffer]>([
    ["UTF-16 with its mark", name, wide(`\ufeff${published}`)],
    ["UTF-16, the other order", name, wide(`\ufeff${published}`, "be")],
    ["UTF-16 without its mark", name, wide(published)],
    ["Unicode text, with tabs", name.replace(".csv", ".txt"), wide(`\ufeff${separated("\t")}`)],
    ["UTF-16 under another ending", name.replace(".csv", ".dat"), wide(`\ufeff${published}`)],
    ["UTF-16 without a last line end", name, wide(`\ufeff${published.trimEnd()}`)],
    ["tabs", name.replace(".csv", ".tsv"), separated("\t")],
    ["semicolons", name, separated(";")],
    ["bars", name, separated("|")],
    ["semicolons and line ends of Windows", name, separated(";").replaceAll("\n", "\r\n")]
  ])("%s", async (_, file, content) => {
    expect(await listStaged({[file]: content})).toEqual(asPublished);
  });

  test("below a title, in UTF-16", async () => {
    const titled = await listStaged({[name]: wide(`\ufeffKey stage 4\n${published}`)});
    expect(titled.map((row) => ({...(row as object), source_row: 0}))).toEqual(
      asPublished.map((row) => ({...(row as object), source_row: 0}))
    );
  });
});

test("a comma for decimals is not guessed at: the file is left out, with the place", async () => {
  const said = await listSaid({
    "2017-2018_england_ks4final.csv": published,
    [name]: separated(";", lines(...published.trimEnd().split("\n"))).replace(";50;0", ";50,1;0")
  });
  expect(said).toContain(
    `${name}, row 2, column ATT8SCR: “50,1” has a comma where the cells are not separated by commas`
  );
  expect(said).toContain("left out");
});

test("a list in UTF-16 beside published files is read", async () => {
  const list = "URN;Partnership;Joined;Type\n900001;Mere;2018-09-01;federation\n";
  const {filesRead, close} = await readFolder({[name]: published, "our list.csv": wide(`\ufeff${list}`)});
  close();
  expect(filesRead.lists.map(({text}) => text)).toEqual([list]);
});

test("a quote that is never closed is damage with tabs, too", async () => {
  const said = await listSaid({[name]: separated("\t").replace("School 900001", '"School 900001')});
  expect(said).toContain("row 2: a quote is opened and never closed");
});
