import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import {describe, expect, test} from "vitest";
import maintained from "../../pipelines/sources/finance_maintained/source.ts";
import judgements from "../../pipelines/sources/ofsted_judgements/source.ts";
import yearToDate from "../../pipelines/sources/ofsted_year_to_date/source.ts";
import latest from "../../pipelines/sources/ofsted_latest/source.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {answers} from "../support/publishers/faults.ts";
import {groundFor, reported} from "../support/publishers/fetch-run.ts";
import {govuk, workbooks} from "../support/publishers/files.ts";
import {listen, startPublishers, type LocalPublishers} from "../support/publishers/server.ts";
import type {Manner} from "../support/publishers/stored.ts";
import {makeRow, makeWorkbook} from "../support/workbook-bytes.ts";

const page = "/government/statistical-data-sets/monthly-management-information-ofsteds-school-inspections-outcomes";
const june = "Management_information_-_state-funded_schools_-_latest_inspections_as_at_30_June_2025.csv";
const august = "State_funded_schools_inspections_and_outcomes_as_at_31_August_2024.csv";

async function inspections() {
  const attached: Record<string, Buffer> = {
    [june]: await readFile(`test/input/ofsted_judgements/${june}`),
    [august]: await readFile(`test/input/ofsted_latest/${august}`),
    "Guide.pdf": Buffer.from("%PDF")
  };
  const at: {local?: LocalPublishers} = {};
  const local = (at.local = await startPublishers(govuk({[page]: attached}, {origin: () => at.local!.origin})));
  return {...(await groundFor([judgements, latest], calmContext(local, {tries: 2}))), local, attached};
}

const both = [`ofsted_judgements/${june}`, `ofsted_latest/${august}`];

describe("fetching the attachments of a page", () => {
  test("takes those whose names fit, and tells by the header which source each is of", async () => {
    const {fetch} = await inspections();
    expect(reported(await fetch())).toEqual({came: both, kept: [], missed: []});
  });

  test("asks for the page anew, and for no file whose address it knows", async () => {
    const {fetch, local} = await inspections();
    await fetch();
    local.asked.length = 0;
    expect(reported(await fetch()).kept).toEqual(both);
    expect(local.asked.map(({path}) => path)).toEqual([`/govuk/api/content${page}`]);
  });

  test("takes a file that was uploaded anew, under its new address", async () => {
    const {fetch, attached} = await inspections();
    await fetch();
    attached[june] = Buffer.concat([attached[june], Buffer.from("\n")]);
    expect(reported(await fetch()).came).toEqual([both[0]]);
  });

  test("says so where no attachment fits", async () => {
    const {fetch, attached} = await inspections();
    for (const name of [june, august]) Reflect.deleteProperty(attached, name);
    expect(reported(await fetch()).missed[0]).toMatch(/has no attachment named like .*, among 1; the nearest: /);
  });

  test("asks no other host than a publisher’s, whatever address the page gives", async () => {
    const {fetch, local} = await inspections();
    let asked = 0;
    const elsewhere = await listen(createServer((_, response) => response.end(String((asked += 1)))));
    const body = JSON.stringify({details: {attachments: [{filename: june, url: `${elsewhere}/${june}`}]}});
    local.faults.push({path: /content/, times: 1, act: answers(200, {}, body)});
    expect([reported(await fetch()).missed[0], asked]).toEqual([expect.stringContaining("no publisher’s"), 0]);
  });

  test("writes nowhere else, whatever name the page gives", async () => {
    const {fetch, local, files} = await inspections();
    const loose = {...judgements, origin: {service: "govuk_content", path: page, file: ".*"} as const};
    const attachments = [
      {filename: "../../../outside.csv", url: `${local.origin}/assets/media/${"0".repeat(24)}/${june}`}
    ];
    local.faults.push({path: /content/, times: 1, act: answers(200, {}, JSON.stringify({details: {attachments}}))});
    expect(reported(await fetch({sources: [loose]})).missed[0]).toContain("leads outside the folder");
    expect(await files()).toEqual({});
  });
});

describe("fetching the inspections of each year", () => {
  const start = "Management_information_-_state-funded_schools_-_all_inspections_-_year_to_date_published_by_";
  const months = ["31_August_2022", "31_Jan_2023", "31_Aug_2023", "30_June_2026", "31_July_2026"];

  test("takes the newest file, and that of each August", async () => {
    const bytes = await readFile(`test/input/ofsted_year_to_date/${start}31_Aug_2023.csv`);
    const attached = Object.fromEntries(
      months.map((month) => [
        `${start}${month}.csv`,
        Buffer.concat([bytes, Buffer.from("\r\n".repeat(months.indexOf(month)))])
      ])
    );
    const at: {local?: LocalPublishers} = {};
    const local = (at.local = await startPublishers(govuk({[page]: attached}, {origin: () => at.local!.origin})));
    const {fetch} = await groundFor([yearToDate], calmContext(local, {tries: 2}));
    expect(reported(await fetch())).toEqual({
      came: ["31_Aug_2023", "31_August_2022", "31_July_2026"].map(
        (month) => `ofsted_year_to_date/${start}${month}.csv`
      ),
      kept: [],
      missed: []
    });
  });
});

const workbook = (urn: number): Buffer =>
  makeWorkbook({
    CFRData:
      makeRow(1, "LA", "LAEstab", "URN", "School Name", "Federation", "Did Not Supply flag") +
      makeRow(2, 901, 9012001, urn, "Made-up School", "No", "N")
  });
const name = "CFR_2023-24_Full_Data_Workbook.xlsx";

async function finance(files: Record<string, Buffer>, manner: Manner = {}) {
  const local = await startPublishers(workbooks(files, manner));
  const ground = await groundFor([maintained], calmContext(local, {tries: 2}));
  return {...ground, local, fetch: () => ground.fetch({years: {first: 2024, last: 2024}})};
}

describe("fetching workbooks", () => {
  test("takes the one of the year, by its name", async () => {
    const {fetch} = await finance({[name]: workbook(900001)});
    expect(reported(await fetch())).toEqual({came: [`finance_maintained/${name}`], kept: [], missed: []});
  });

  test("asks whether it has changed", async () => {
    const files = {[name]: workbook(900001)};
    const {fetch} = await finance(files);
    await fetch();
    const again = reported(await fetch());
    files[name] = workbook(900002);
    expect([again.kept.length, reported(await fetch()).came.length]).toEqual([1, 1]);
  });

  test("refuses a page in its place", async () => {
    const {fetch, local} = await finance({[name]: workbook(900001)});
    local.faults.push({path: /./, times: 1, act: answers(200, {}, "<html>")});
    expect(reported(await fetch()).missed[0]).toContain("sends a page");
  });

  test("refuses a workbook without the sheet", async () => {
    const {fetch} = await finance({[name]: makeWorkbook({Notes: makeRow(1, "Nothing here")})});
    expect(reported(await fetch()).missed).toHaveLength(1);
  });

  test("says how to get by hand what is not there", async () => {
    const {fetch} = await finance({});
    const {missed} = await fetch();
    expect(missed[0].by_hand).toMatchObject({click: "download CFR_…_Full_Data_Workbook.xlsx"});
  });
});
