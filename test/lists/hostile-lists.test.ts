import {describe, expect, test} from "vitest";
import {read, said, schools, severity, words} from "./kept.ts";

const day = (urn: number, role = "member") => `${urn} ${role} 2018-09-01–2018-09-01 day`;
const undated = (urn: number) => `${urn} member undated day`;

describe("lists in unusual shapes are read", () => {
  test.each<[string, string, string[]]>([
    ["every line in quotation marks", '"URN,Joined"\n"900001,01/09/2018"\n', [day(900001)]],
    [
      "ends of line of three sorts",
      "URN,Joined\r\n900001,01/09/2018\n900002,01/09/2018\r900003,01/09/2018\n",
      [day(900001), day(900002), day(900003)]
    ],
    ["a table of a page, with its line", "| URN | School |\n|---|---|\n| 900001 | Mere |\n", [undated(900001)]],
    ["digits of full width", "URN\n９００００１\n", [undated(900001)]],
    ["noughts before", "URN\n0900001\n", [undated(900001)]],
    ["nothing seen before the header", "\u200bURN\n\u200b900001\n", [undated(900001)]],
    ["a number sign", "URN\n#900001\n", [undated(900001)]],
    ["commas within", 'URN\n"900,001"\n', [undated(900001)]],
    ["a power of ten that lost nothing", "URN\n9.00001E+05\n", [undated(900001)]],
    ["names after the number", "900001 Mere School\n900002 Weir School\n", [undated(900001), undated(900002)]],
    [
      "strokes before names",
      "School,URN,Joined\n- Mere,900001,01/09/2018\n-Weir,900002,01/09/2018\n",
      [day(900001), day(900002)]
    ],
    ["telephone numbers of six digits", "School,Telephone,URN\nMere,123456,900001\n", [undated(900001)]],
    ["addresses that begin with a sign", "School,URN,Email\nMere,900001,@mere\n", [undated(900001)]],
    ["fifteen rows of title", `${"note\n".repeat(15)}URN,Joined\n900001,01/09/2018\n`, [day(900001)]],
    ["a header in two rows", ",Dates,\nURN,Joined,Left\n900001,01/09/2018,\n", [day(900001)]],
    ["a total in the column of URNs", "URN,Joined\n900001,01/09/2018\nTotal: 2,\n", [day(900001)]],
    ["a total below a single column", "URN\n900001\nTotal\n", [undated(900001)]],
    ["a day of writing below", "URN,Joined\n900001,01/09/2018\nLast updated: 3 May 2024\n", [day(900001)]],
    ["remarks with numbers below", "URN,Joined\n900001,01/09/2018\nThere are 12 schools in all,\n", [day(900001)]],
    ["remarks below a single column", "URN\n900001\n* provisional\nSource: the website, 2024\n", [undated(900001)]],
    ["empty cells after the last", "URN,Joined\n900001,01/09/2018,,,\n", [day(900001)]],
    ["a cell of a hundred thousand letters", `URN,Notes\n900001,${"x".repeat(100_000)}\n`, [undated(900001)]],
    ["old numbers beside new ones", "Old URN,New URN,Joined\n900011,900001,01/09/2018\n", [day(900001)]],
    ["the same URN in two columns", "URN,URN,Joined\n900001,900001,01/09/2018\n", [day(900001)]],
    ["a day as machines write it", "URN,Joined\n900001,2018-09-01T00:00:00.000Z\n", [day(900001)]],
    [
      "a term with the word behind",
      "URN,Joined\n900001,Autumn 2018 term\n",
      ["900001 member 2018-09-01–2018-12-31 term"]
    ],
    ["a year since when", "URN,Joined\n900001,since 2018\n", ["900001 member 2018-01-01–2018-12-31 year"]],
    [
      "a year of two digits of the last century",
      "URN,Joined\n900001,1/9/98\n",
      ["900001 member 1998-09-01–1998-09-01 day"]
    ],
    ["school_urn, start and end", "school_urn,start,end\n900001,2018-09-01,\n", [day(900001)]],
    ["supported schools alone", "Supported school URN,Start\n900001,01/09/2018\n", [day(900001, "supported")]],
    [
      "pairs of supported and supporting schools, each supporter once from its first pair",
      "School,Supported school URN,Supporting school URN,Start\nMere,900001,900003,01/09/2019\nWeir,900002,900003,01/09/2018\nDale,900004,,01/09/2018\n",
      [
        "900001 supported 2019-09-01–2019-09-01 day",
        day(900002, "supported"),
        day(900003, "supporter"),
        day(900004, "supported")
      ]
    ]
  ])("%s", (_, text, expected) => {
    const found = read(text);
    expect(severity(found, "stops")).toEqual([]);
    expect(schools(found)).toEqual(expected);
  });

  test("authority and establishment apart, with the register", () => {
    const found = read("LA,Estab,School\n901,4001,Harrowdale School\n", said, true);
    expect(found.members.map(({urn}) => urn)).toEqual([900001]);
  });

  test("the extract of a whole register, whose opening dates are not those of joining", () => {
    const found = read(
      '"URN","LA (code)","EstablishmentNumber","EstablishmentName","OpenDate"\n"900001","901","4001","Mere","01-09-2012"\n'
    );
    expect(schools(found)).toEqual([undated(900001)]);
    expect(words(found)).not.toContain("OpenDate” says");
  });
});

describe("what is doubtful is told, with what to do", () => {
  test.each<[string, string, string[]]>([
    ["JSON", '[{"urn": 900001}]', ["✗ kept.csv: is JSON", "--template"]],
    ["a document", "{\\rtf1 URN 900001}", ["✗ kept.csv: is a document"]],
    ["a piece of a page", "<table><tr><td>900001</td></tr></table>", ["✗ kept.csv: is a web page"]],
    ["text in two bytes a letter", "ÿþU\0R\0N\0", ["✗ kept.csv: is saved as “Unicode text”", "CSV UTF-8"]],
    ["a PDF", "%PDF-1.4", ["✗ kept.csv: is a PDF"]],
    ["letters that are none", "URN\0\n900001\n", ["✗ kept.csv: is not text"]],
    ["names alone", "Mere School\nWeir School\n", ["✗ kept.csv, row 1: has no column of URNs"]],
    [
      "UKPRNs alone, without a register",
      "UKPRN,School\n10090001,Mere\n",
      ["✗ kept.csv: gives its school by UKPRN, and only the register knows which URN that is", "--register"]
    ],
    [
      "a table on its side",
      "School,Mere,Weir\nURN,900001,900002\nJoined,2018,2019\n",
      ["✗ kept.csv, row 2: has its 2 schools side by side", "Transpose"]
    ],
    [
      "URNs in one cell",
      'URN\n"900001, 900002"\n',
      ["✗ kept.csv, row 2, column URN: “900001, 900002” holds 2 URNs", "a row of its own"]
    ],
    [
      "numbers for both",
      "School,Tel,Ref\nMere,567890,900001\n",
      ["✗ kept.csv: has several columns of six digits: Tel and Ref"]
    ],
    [
      "two URNs for one school",
      "URN,URN,Joined\n900001,900002,2018\n",
      ["✗ kept.csv, row 2: “URN” is read, and “URN” may be meant: they say “900001” and “900002”"]
    ],
    [
      "two dates of joining",
      "URN,Date joined,Joined date\n900001,01/09/2018,01/09/2019\n",
      ["! kept.csv, row 2: “Joined date” is read, and “Date joined” may be meant", "call the right one from_date"]
    ],
    ["a school twice", "urn\n900001\n900001\n", ["! kept.csv, row 3: says the same as row 2", "counted once"]],
    ["a header and a total", "URN\nTotal\n", ["✗ kept.csv: has a header and no rows"]],
    [
      "1 January 1900",
      "URN,Joined\n900001,01/01/1900\n",
      ["! kept.csv, row 2, column Joined: 01/01/1900 stands for a date that is not known"]
    ],
    [
      "a year before all",
      "URN,Joined\n900001,01/09/1066\n",
      ["✗ kept.csv, row 2, column Joined: “01/09/1066” is not a date"]
    ],
    [
      "eight digits for a day",
      "URN,Joined\n900001,20180901\n",
      ["✗ kept.csv, row 2, column Joined: “20180901” has no marks between", "01/09/2018"]
    ],
    [
      "a date of leaving where it joined",
      "URN,Joined\n900001,until 2018\n",
      ["row 2, column Joined: “until 2018” is not a date"]
    ],
    [
      "a date of joining where it left",
      "URN,Joined,Left\n900001,2012/13,since 2018\n",
      ["row 2, column Left: “since 2018” is not a date"]
    ],
    [
      "midnight in summer, as machines in Greenwich write it",
      "URN,Joined\n900001,2018-08-31T23:00:00.000Z\n",
      [
        "“2018-08-31T23:00:00.000Z” is a time of Greenwich, and in summer the next day here",
        "if it is 01/09/2018, write 01/09/2018"
      ]
    ],
    [
      "a day of the week that it is not",
      "URN,Joined\n900001,Monday 1 September 2018\n",
      ["“Monday 1 September 2018” is not a date"]
    ],
    [
      "a cell of fifty thousand spaces",
      `URN,Joined\n900001,x${" ".repeat(50_000)}y\n`,
      ["(50,002 characters) is not a date"]
    ],
    ["about then", "URN,Joined\n900001,c. 2015\n", ["✗ kept.csv, row 2, column Joined: “c. 2015” is not a date"]],
    ["half a school year", "URN,Joined\n900001,2018/9\n", ["✗ kept.csv, row 2, column Joined: “2018/9” is not a date"]],
    [
      "no known date",
      "URN,Joined\n900001,n/a\n900002,TBC\n",
      ["! kept.csv, row 2, column Joined: is empty", "the same in row 3"]
    ],
    [
      "a column of terms under another name",
      "URN,Term\n900001,Autumn 2018\n",
      ["says nowhere when the schools joined", "if “Term” says so, call that column from_date"]
    ],
    [
      "a column of years under another name",
      "URN,Year\n900001,2018/19\n",
      ["if “Year” says so, call that column from_date"]
    ],
    [
      "a formula in the place of a URN",
      "URN\n=900002\n900001\n",
      ["✗ kept.csv, row 2, column URN: “=900002” begins with ="]
    ],
    [
      "authority and establishment without the register",
      "LA,Estab,School\n901,4001,Mere\n",
      ["✗ kept.csv: gives its school by LAESTAB", "--register"]
    ],
    ["LAESTABs without the register", "DfE number\n9014001\n901-4002\n", ["✗ kept.csv: gives all 2 schools by LAESTAB"]]
  ])("%s", (_, text, parts) => {
    const found = words(read(text));
    for (const part of parts) expect(found).toContain(part);
  });

  test("of LAESTABs that cannot be looked up nothing is said row by row", () => {
    expect(words(read("DfE number\n9014001\n901-4002\n"))).not.toContain("is not a URN");
  });

  test("a LAESTAB that is not the school’s", () => {
    const text = "URN,LAESTAB,Joined\n900031,901/4001,2018\n";
    expect(words(read(text, said, true))).toContain(
      "! kept.csv, row 2, column URN: 900031 is read, but the LAESTAB 901/4001 beside it is that of"
    );
    expect(words(read("URN,LAESTAB,Joined\n900001,901/4001,2018\n", said, true))).not.toContain("LAESTAB");
  });

  test("what was said for the whole list does not hide a repeated school", () => {
    const found = read("urn\n900001\n900001\n", {...said, from: "2018/19"});
    expect(severity(found, "stops")).toEqual([]);
    expect(found.members).toHaveLength(1);
  });
});
