import {describe, expect, test} from "vitest";
import {linked, read, said, schools, severity} from "./kept.ts";

const first = "900001 member 2018-09-01–2018-09-01 day";

describe("a list as people keep it is read", () => {
  test.each<[string, string, string[]]>([
    [
      "the register’s linked establishments",
      linked,
      ["900001 member 2012-09-01–2012-09-01 day", "900002 member 2018-09-01–2018-09-01 day"]
    ],
    ["a column of URNs alone", "urn\n900001\n900002\n", ["900001 member undated day", "900002 member undated day"]],
    ["without a header", "900001\n900002\n", ["900001 member undated day", "900002 member undated day"]],
    ["URNs with .0", "URN\n900001.0\n900002.0\n", ["900001 member undated day", "900002 member undated day"]],
    ["with a byte-order mark", "\ufeffURN\n900001\n", ["900001 member undated day"]],
    ["with Windows’ ends of line", "URN\r\n900001\r\n", ["900001 member undated day"]],
    ["with old Mac’s ends of line", "URN,Joined\r900001,01/09/2018\r", [first]],
    ["with semicolons", "School;URN;Joined\nMere, the;900001;01/09/2018\n", [first]],
    ["with tabs", "School\tURN\tJoined\nMere, the\t900001\t01/09/2018\n", [first]],
    ["with bars", "School|URN|Joined\nMere|900001|01/09/2018\n", [first]],
    ["with a line that says what separates", "sep=;\nURN;Joined\n900001;01/09/2018\n", [first]],
    ["below a title", "Our schools, as at May\n\nURN,Joined\n900001,01/09/2018\n", [first]],
    [
      "below five rows of title",
      "Trust,,\nAddress,,\nTel,01234 567890,\n,,\nMembers,,\nURN,Joined,x\n900001,01/09/2018,\n",
      [first]
    ],
    ["with blank rows and columns", "URN,,Joined,,\n,,,,\n900001,,01/09/2018,,\n,,,,\n,,,,\n", [first]],
    ["with a blank first column", ",URN,Joined\n,900001,01/09/2018\n", [first]],
    ["with quotation marks", '"URN","Joined"\n"900001","01/09/2018"\n', [first]],
    ["with cells kept from a spreadsheet", 'URN,Joined\n="900001",01/09/2018\n', [first]],
    ["with hard spaces", "URN,Joined\n\u00a0900001\u00a0,01/09/2018\n", [first]],
    ["with a total below", "URN,Joined\n900001,01/09/2018\nTotal,1\n".replace("Total,1", ",Total: 1"), [first]],
    ["with a source below", "URN,Joined\n900001,01/09/2018\nSource: the website,\n", [first]],
    ["with its header again on each page", "URN,Joined\n900001,01/09/2018\nURN,Joined\n", [first]],
    ["with rows shorter than the header", "URN,Joined,Head,Phone\n900001,01/09/2018\n", [first]],
    ["with URNs within names", "School,Joined\nExample Academy (900001),01/09/2018\n", [first]],
    [
      "with addresses of the register",
      "URN,Joined\nhttps://www.get-information-schools.service.gov.uk/Establishments/Establishment/Details/900001,01/09/2018\n",
      [first]
    ],
    [
      "with the column under a long name",
      "School,School URN (if known),Date joined the trust\nMere,900001,01/09/2018\n",
      [first]
    ],
    [
      "with a column of URNs that nothing names",
      "School,Number,Joined\nMere,900001,01/09/2018\nWeir,900002,\n",
      [first, "900002 member undated day"]
    ],
    ["with the URNs of predecessors beside", "URN,Predecessor URN,Joined\n900001,900011,01/09/2018\n", [first]],
    ["with a type of school beside", "URN,Type,Joined\n900001,Academy converter,01/09/2018\n", [first]],
    [
      "with 13 October 2018 in full",
      "URN,Joined\n900001,13 October 2018\n",
      ["900001 member 2018-10-13–2018-10-13 day"]
    ],
    ["with the 1st of Sept", "URN,Joined\n900001,1st Sept 2018\n", [first]],
    ["with a weekday", 'URN,Joined\n900001,"Saturday, 1 September 2018"\n', [first]],
    ["with the month before the day", 'URN,Joined\n900001,"September 1, 2018"\n', [first]],
    ["with a day as spreadsheets show it", "URN,Joined\n900001,01-Sep-18\n", [first]],
    ["with a year of two digits", "URN,Joined\n900001,1/9/18\n", [first]],
    ["with a time of day", "URN,Joined\n900001,2018-09-01 00:00:00\n", [first]],
    ["with dots", "URN,Joined\n900001,1.9.2018\n", [first]],
    ["with a month", "URN,Joined\n900001,September 2018\n", ["900001 member 2018-09-01–2018-09-30 month"]],
    ["with a short month", "URN,Joined\n900001,Sept 2018\n", ["900001 member 2018-09-01–2018-09-30 month"]],
    ["with a term", "URN,Joined\n900001,Autumn term 2018\n", ["900001 member 2018-09-01–2018-12-31 term"]],
    [
      "with a term of a school year",
      "URN,Joined\n900001,Spring 2018/19\n",
      ["900001 member 2019-01-01–2019-04-30 term"]
    ],
    ["with a school year", "URN,Joined\n900001,2018/19\n", ["900001 member 2018-09-01–2019-08-31 year"]],
    ["with a school year and a dash", "URN,Joined\n900001,2018-19\n", ["900001 member 2018-09-01–2019-08-31 year"]],
    [
      "with a school year and a long dash",
      "URN,Joined\n900001,2018–2019\n",
      ["900001 member 2018-09-01–2019-08-31 year"]
    ],
    ["with an academic year in words", "URN,Joined\n900001,AY 2018/19\n", ["900001 member 2018-09-01–2019-08-31 year"]],
    [
      "with a year with a dash that another row explains",
      "URN,Joined\n900001,2010-11\n900002,2018-19\n",
      ["900001 member 2010-09-01–2011-08-31 year", "900002 member 2018-09-01–2019-08-31 year"]
    ],
    [
      "with a day it joined and a year it left",
      "URN,Joined,Left\n900001,01/09/2018,2020/21\n",
      ["900001 member 2018-09-01–2019-08-31 left 2021-08-31 year"]
    ],
    [
      "with words for no end",
      "URN,Joined,Left\n900001,01/09/2018,present\n900002,01/09/2018,n/a\n",
      [first, "900002 member 2018-09-01–2018-09-01 day"]
    ],
    [
      "with roles in other words",
      "URN,Role,Joined\n900001,Lead school,01/09/2018\n900002,Supported school,01/09/2018\n",
      ["900001 supporter 2018-09-01–2018-09-01 day", "900002 supported 2018-09-01–2018-09-01 day"]
    ]
  ])("%s", (_, text, expected) => {
    const found = read(text);
    expect(severity(found, "stops")).toEqual([]);
    expect(schools(found)).toEqual(expected);
  });

  test("with its own names and types, which need not be said", () => {
    const found = read("Partnership,Partnership type,URN,Joined\nMarsh,Peer collaboration,900001,2018/19\n", {});
    expect(severity(found, "stops")).toEqual([]);
    expect(found.members).toMatchObject([{partnership_id: "marsh", partnership_kind: "peer_collaboration"}]);
  });

  test("by LAESTAB, with the register: the school that had it on the day", () => {
    const text = "School,LAESTAB,Joined\nHarrowdale,901/4001,01/09/2018\nHarrowdale,9014001.0,01/09/2018\n";
    expect(read(text, said, true).members.map(({urn}) => urn)).toEqual([900001, 900001].slice(0, 1));
  });

  test("by LAESTABs under the heading URN", () => {
    expect(read("URN\n901/4001\n", said, true).members.map(({urn}) => urn)).toEqual([900001]);
  });

  test("with what was said for all of it where it says nothing itself", () => {
    const found = read("URN,Joined\n900001,01/09/2015\n900002,\n", {
      ...said,
      from: "autumn 2019",
      to: "2020/21",
      role: "supported",
      id: "marsh"
    });
    expect(schools(found)).toEqual(
      [
        "900001 supported 2014-09-01–2015-08-31 left 2021-08-31 year",
        "900002 supported 2019-09-01–2020-08-31 left 2021-08-31 year"
      ].map((one) => one.replace("2014-09-01–2015-08-31", "2015-09-01–2016-08-31"))
    );
    expect(found.members.map(({partnership_id}) => partnership_id)).toEqual(["marsh", "marsh"]);
  });
});
