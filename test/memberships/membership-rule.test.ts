import {csvFormatRows, csvParseRows} from "d3";
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {lines, linksFile, listFile, type Files} from "../support/published-files.ts";
import {makeWarehouse} from "../support/make-warehouse.ts";

const list = "Management_information_-_state-funded_schools_1_September_2015_to_31_August_2019.csv";
const latest = "Management_information_-_state-funded_schools_-_latest_inspections_as_at_31_Aug_2022.csv";
const readHeaderCells = (source: string, file: string) =>
  readFileSync(`test/input/${source}/${file}`, "latin1")
    .split(/\r?\n/)
    .find((line) => /(^|,)"?URN"?,/.test(line))!;

/** A row under a published header: what is said, and nothing else. */
const makeRow = (header: string, cells: Record<string, string>) =>
  csvFormatRows([csvParseRows(header)[0].map((name) => cells[name] ?? "NULL")]);

const listHeader = readHeaderCells("ofsted_inspections", list);
const inspected = (urn: number, date: string, published: string, grade: number) =>
  makeRow(listHeader, {
    URN: String(urn),
    LAESTAB: String(urn + 4_614_000),
    "School name": `School ${urn}`,
    "Inspection number": `${urn}${date.slice(6)}`,
    "Inspection start date": date,
    "Publication date": published,
    "Overall effectiveness": String(grade)
  });

const latestHeader = readHeaderCells("ofsted_latest", latest);
const last = (urn: number, date: string, grade: number) =>
  makeRow(latestHeader, {
    URN: String(urn),
    "School name": `School ${urn}`,
    "Inspection number of latest full inspection": `${urn}${date.slice(6)}`,
    "Inspection start date": date,
    "Publication date": date,
    "URN at time of latest full inspection": String(urn),
    "Overall effectiveness": String(grade)
  });

const members = async (files: Files) => {
  const query = await makeWarehouse(
    {
      "school_list_2017-18.csv": listFile(...[1, 2, 3, 4, 5].map((n): [number, number] => [5514000 + n, 900000 + n])),
      ...files
    },
    "checks"
  );
  return query(
    `select membership.school_id, membership.joined::varchar as joined, left_on::varchar as left_on, membership.membership_source, role, role_source
     from membership join role using (school_id, partnership_type, partnership) where partnership_type = 'rise_rule' order by school_id`
  );
};

test("two inspections in a row below good, the second requires improvement, make a school eligible from its publication", async () => {
  const found = await members({
    [list]: lines(
      listHeader,
      inspected(900001, "10/10/2015", "01/11/2015", 3),
      inspected(900001, "10/10/2017", "02/11/2017", 3),
      inspected(900001, "10/10/2018", "02/11/2018", 2),
      inspected(900002, "10/10/2015", "01/11/2015", 2),
      inspected(900002, "10/10/2017", "02/11/2017", 3),
      inspected(900003, "10/10/2015", "01/11/2015", 3),
      inspected(900003, "10/10/2017", "02/11/2017", 4),
      inspected(900004, "10/10/2015", "01/11/2015", 4),
      inspected(900004, "10/10/2017", "02/11/2017", 3)
    ),
    [latest]: lines(latestHeader, last(900002, "10/05/2022", 3), last(900004, "10/10/2017", 3))
  });
  const rule = {membership_source: "rule", role: "supported", role_source: "rule"};
  expect(found).toEqual([
    {school_id: 900001, joined: "2017-11-02", left_on: "2018-10-10", ...rule},
    {school_id: 900002, joined: "2022-05-10", left_on: null, ...rule},
    {school_id: 900004, joined: "2017-10-10", left_on: null, ...rule}
  ]);
});

test("the inspections of each year fill the years between the list to 2019 and the latest ones", async () => {
  const year =
    "Management_information_-_state-funded_schools_-_all_inspections_-_year_to_date_published_by_31_Aug_2023.csv";
  const cards = year.replace("31_Aug_2023", "31_August_2026");
  const [yearHeader, cardHeader] = [year, cards].map((file) => readHeaderCells("ofsted_year_to_date", file));
  const seen = (header: string, urn: number, date: string, grades: Record<string, string>) =>
    makeRow(header, {
      URN: String(urn),
      "School name": `School ${urn}`,
      "Inspection number": `${urn}${date.slice(6)}`,
      "Inspection start date": date,
      "Publication date": date,
      ...grades
    });
  const found = await members({
    [year]: lines(
      yearHeader,
      seen(yearHeader, 900001, "10/10/2022", {"Overall effectiveness": "3"}),
      seen(yearHeader, 900001, "01/03/2023", {"Inspection type": "Monitoring"}),
      seen(yearHeader, 900002, "10/10/2022", {"Overall effectiveness": "2"}),
      seen(yearHeader, 900003, "11/10/2022", {"Overall effectiveness": "3"})
    ),
    [cards]: lines(
      cardHeader,
      seen(cardHeader, 900001, "20/01/2026", {"Leadership and governance": "Needs attention"}),
      seen(cardHeader, 900002, "20/01/2026", {"Leadership and governance": "Needs attention"}),
      seen(cardHeader, 900003, "20/01/2026", {"Leadership and governance": "Expected standard"})
    )
  });
  expect(found.map(({school_id, joined}) => [school_id, joined])).toEqual([[900001, "2026-01-20"]]);
});

test("where no inspections were read the rule picks nobody", async () => expect(await members({})).toEqual([]));

const judged = "Management_information_-_state-funded_schools_-_latest_inspections_as_at_31_Jan_2026.csv";
const judgedHeader = readHeaderCells("ofsted_judgements", judged);

/** School 900001 with a graded inspection of February 2025, and with a report card of December if its leadership is given. */
const judgement = (quality: number, leadership: number, card = "NULL"): Files => ({
  [judged]: lines(
    judgedHeader,
    makeRow(judgedHeader, {
      URN: "900001",
      "School name": "School 900001",
      ...(card === "NULL"
        ? {}
        : {
            "Inspection start date": "02/12/2025",
            "URN at time of latest full inspection": "900001",
            "Leadership and governance": card
          }),
      "Inspection number of latest OEIF graded inspection": "10003001",
      "Inspection start date of latest OEIF graded inspection": "04/02/2025",
      "Publication date of latest OEIF graded inspection": "06/03/2025",
      "URN at time of latest OEIF graded inspection": "900001",
      "Latest OEIF overall effectiveness": "Not judged",
      "Latest OEIF quality of education": String(quality),
      "Latest OEIF effectiveness of leadership and management": String(leadership)
    })
  )
});
const once: Files = {[list]: lines(listHeader, inspected(900001, "10/10/2015", "01/11/2015", 3))};

test.each([
  [3, 2, 1],
  [2, 3, 1],
  [2, 2, 0]
])(
  "without an overall grade, quality of education %i and leadership %i make %i eligible",
  async (quality, leadership, n) => {
    expect(await members({...once, ...judgement(quality, leadership)})).toHaveLength(n);
  }
);

test.each([
  ["Needs attention", ["2025-12-02"]],
  ["Expected standard", []]
])("of a report card leadership counts: %s", async (card, joined) => {
  expect((await members(judgement(3, 3, card))).map((one) => one["joined"])).toEqual(joined);
});

test("a visit that grades nothing is passed over, and a day without publication is that of the inspection", async () => {
  const found = await members({
    [list]: lines(
      listHeader,
      inspected(900001, "10/10/2015", "01/11/2015", 3),
      inspected(900001, "01/03/2016", "20/03/2016", 9),
      inspected(900001, "10/10/2017", "NULL", 3)
    )
  });
  expect(found).toMatchObject([{school_id: 900001, joined: "2017-10-10"}]);
});

test("a school is followed from number to number", async () => {
  const found = await members({
    ...once,
    [latest]: lines(latestHeader, last(900009, "10/05/2022", 3)),
    "links_edubasealldata20230421.csv": linksFile([900001, 900009, "01-09-2018"])
  });
  expect(found).toMatchObject([{school_id: 900009, joined: "2022-05-10"}]);
});
