import {expect, test} from "vitest";
import {ranUpTo} from "../support/make-warehouse.ts";
import {absenceFile, ks4Header, ks4National, ks4Row, lines} from "../support/published-files.ts";

const schools = [900001, 900002, 900003];
const name = "2016-2017_england_ks4final.csv";

test("numbers of authorities and establishments in each other’s columns leave the file out, and the columns are said", async () => {
  const header = ks4Header.replace("LEA,ESTAB", "ESTAB,LEA");
  const {warnings} = await ranUpTo(
    {
      [name]: lines(header, ...schools.map((urn) => ks4Row(urn, {estab: "4001"})), ks4National),
      "2016-2017_england_abs.csv": absenceFile("901,4001,900001,5,12")
    },
    "staged"
  );
  expect(warnings).toEqual([
    `${name}, row 2, column LEA: “4001” is no authority, which has three digits; so it is in 3 of 3 rows: the columns LEA and ESTAB have changed places: left out; download the file again`
  ]);
});

test("as published they are taken", async () => {
  const {warnings} = await ranUpTo(
    {[name]: lines(ks4Header, ...schools.map((urn) => ks4Row(urn, {estab: "4001"})), ks4National)},
    "staged"
  );
  expect(warnings).toEqual([]);
});
