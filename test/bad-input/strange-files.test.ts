import {mkdir, symlink} from "node:fs/promises";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import {readEach, readFolder, listSaid} from "../support/read-files.ts";
import {
  absenceFile,
  emptyFolder,
  exclusionsHeader,
  exclusionsRow,
  findFolder,
  ks4File,
  ks4Header,
  ks4National,
  ks4Row,
  lines,
  linksFile,
  type Files
} from "../support/published-files.ts";
import {makeZip} from "../support/zip-bytes.ts";

const absence = "2018-2019_england_abs.csv";
const schools = [1, 2, 3, 4, 5, 6].map((n) => `901,${4000 + n},${900000 + n},5.1,12.2`);
const good: Files = {[absence]: absenceFile(...schools)};

/** How many schools of a source were read, and what was warned of. */
async function countSchools(files: Files | string, source = "absence") {
  const {warnings, query, close} = await readFolder(files);
  const [{n}] = (await query<{n: number}>(
    `select count(*)::integer as n from staged.${source} where level = 'school'`
  )) as [{n: number}];
  close();
  return {n, warnings};
}

describe("a table of somebody’s own", () => {
  const header = "LA,ESTAB,URN,PERCTOT,PPERSABS10";
  const table = (head: string, cells: (n: number) => string) =>
    lines(head, ...[1, 2, 3, 4, 5].map(cells), "NAT,SEC,,5.5,13.7");
  const worked = ["_x", "_y", ".x", ".y", ".1", "_mean", "_avg", "_median", "_std", "_sd", "_z", "_zscore", "_log"]
    .concat(["_norm", "_scaled", "_lag", "_lag1", "_diff", "_percent", "_pct", "_rank"])
    .map((ending) => `PERCTOT${ending}`)
    .concat(["log_", "z_", "mean_", "avg_", "delta_", "d_", "scaled_", "std_"].map((start) => `${start}PERCTOT`));

  describe("with a column of its own", () => {
    let said: string[];
    beforeAll(async () => {
      const sets = worked.map((name) => ({
        ...good,
        "2017-2018/own.csv": table(`${header},${name}`, (n) => `901,400${n},90000${n},5.1,12.2,1`)
      }));
      said = (await readEach(sets)).map((read) => read.said);
    });

    test.each(worked.map((name, i) => [name, i] as const))("%s is left out", (name, i) => {
      expect(said[i]).toContain("2017-2018/own.csv: is like absence, but not as published");
      expect(said[i]).toContain(name);
    });
  });

  test.each(["", "Unnamed: 0", "unnamed: 0", " "])("with an index called “%s” is left out", async (name) => {
    const said = await listSaid({
      ...good,
      "2017-2018/own.csv": table(`${name},${header}`, (n) => `${n},901,400${n},90000${n},5.1,12.2`)
    });
    expect(said).toContain("an index without a name in its first column");
  });

  test.each([
    ["ATT8SCR,P8MEA", "46.2,0.1"],
    ["PTRWM_EXP,PTRWM_HIGH", "60%,10%"],
    ["ATT8SCR,PTRWM_EXP,NOR", "46.2,60%,500"],
    ["VA_INS_ALEV,PT_RETAINED_ALEV_RET", "0.1,91%"]
  ])("with figures of other datasets (%s) is left out", async (names, cells) => {
    const said = await listSaid({
      ...good,
      "2017-2018/own.csv": table(`${header},${names}`, (n) => `901,400${n},90000${n},5.1,12.2,${cells}`)
    });
    expect(said).toContain("columns of other datasets");
  });

  test.each(["5.123456", "5.1234", "5.12345%"])("with percentages such as %s is left out", async (cell) => {
    const said = await listSaid({
      ...good,
      "2017-2018/own.csv": table(header, (n) => `901,400${n},90000${n},${cell},12.2`)
    });
    expect(said).toContain("more decimals than are published");
  });

  test("is read with --accept by its name, by its path, and by the archive it is in", async () => {
    const own = table(`${header},PERCTOT_mean`, (n) => `901,400${n},90000${n},5.1,12.2,1`);
    for (const accept of ["own.csv", "2017-2018/own.csv"]) {
      const {warnings, filesRead, close} = await readFolder({"2017-2018/own.csv": own}, {accept: [accept]});
      expect(filesRead.accepted).toHaveLength(1);
      expect(warnings[0]).toContain("is somebody’s own table");
      close();
    }
    expect(await listSaid({"2017-2018.zip": makeZip({"own.csv": own})}, {accept: ["2017-2018.zip"]})).toContain(
      "own table"
    );
    expect(await listSaid({"2017-2018/own.csv": own})).toContain("not as published");
    expect(await listSaid({"2017-2018/own.csv": own}, {accept: ["another.csv"]})).toContain(
      "--accept another.csv is the name of no published file"
    );
  });

  test.each([
    [
      "absence and census",
      "URN,LA,ESTAB,NOR,PNUMEAL,PNUMFSMEVER,PERCTOT,PPERSABS10",
      "absence and school_characteristics"
    ],
    ["census and absence", "PERCTOT,PPERSABS10,URN,LA,ESTAB,NOR,NUMEAL,NUMFSM", "absence and school_characteristics"],
    ["absence and teachers", "URN,PERCTOT,PPERSABS10,Pupil: Teacher Ratio,SALARY", "absence and workforce_tables"]
  ])("joined from %s is named with both", async (_, head, both) => {
    const said = await listSaid({...good, "2017-2018/joined.csv": lines(head, head.replace(/[^,]+/g, "1"))});
    expect(said).toContain(`2017-2018/joined.csv, row 1: holds columns of ${both}`);
  });
});

describe("a year in a name that cannot be", () => {
  test.each([
    ["2019-2020_england_ks4final.csv", "2019/20", "never published by school"],
    ["2020-2021_england_ks4final.csv", "2020/21", "never published by school"],
    ["2098-2099_england_ks4final.csv", "2098/99", "still to come"],
    ["2027-2028_england_ks4final.csv", "2027/28", "still to come"],
    ["1966-1967_england_ks4final.csv", "1966/67", "before anything was published"],
    ["2019-2020/england_ks4final.csv", "2019/20", "never published by school"]
  ])("%s is left out, and told why", async (file, year, why) => {
    const said = await listSaid({...good, [file]: ks4File(ks4Row(900001))});
    expect(said).toContain(`${file}: its name says ${year}`);
    expect(said).toContain(why);
    expect((await countSchools({...good, [file]: ks4File(ks4Row(900001))})).n).toBe(6);
  });

  test.each(["2019-2020_england_abs.csv", "2020-2021_england_abs.csv"])("%s is left out", async (file) => {
    expect(await listSaid({...good, [file]: absenceFile("901,4001,900001,5,12")})).toContain(
      "never published by school"
    );
  });

  test("another than a column of a past year tells, where a folder says it, is left out", async () => {
    const text = lines(`${ks4Header},P8MEA_17`, `${ks4Row(900001)},0.1`, `${ks4National},`);
    const said = await listSaid({...good, "2016-2017/england_ks4final.csv": text});
    expect(said).toContain("2016-2017/england_ks4final.csv, row 1, column P8MEA_17: its name says 2016/17");
  });
});

describe("files without a date or a year", () => {
  const undated: Files = {
    "england_abs.csv": absenceFile(...schools.slice(1)),
    "england_ks4final.csv": ks4File(ks4Row(900001)),
    "links_edubasealldata.csv": linksFile([900001, 900002, "01-09-2011"])
  };

  test.each([1, 2, 3])("%d of them are all asked for at once", async (n) => {
    const some = Object.fromEntries(Object.entries(undated).slice(0, n));
    const said = await listSaid(some);
    for (const file of Object.keys(some)) expect(said).toContain(`${file}: neither its name nor its folder says`);
  });

  test.each([1, 2, 3])("%d of them beside one that is known are left out, and the rest goes on", async (n) => {
    const some = Object.fromEntries(Object.entries(undated).slice(0, n));
    const {n: read, warnings} = await countSchools({
      ...some,
      ...good,
      "2017-2018_england_abs.csv": absenceFile(schools[0])
    });
    expect(read).toBe(7);
    expect(warnings.filter((w) => w.includes("left out"))).toHaveLength(n);
  });
});

describe("a header without rows", () => {
  test.each(["", "\n", ",,,,\n", ",,,,\n,,,,\n"])(
    "and %j below it is left out, and the rest goes on",
    async (below) => {
      const {n, warnings} = await countSchools({
        ...good,
        "2017-2018_england_abs.csv": `LA,ESTAB,URN,PERCTOT,PPERSABS10\n${below}`
      });
      expect(n).toBe(6);
      expect(warnings.join("\n")).toContain("2017-2018_england_abs.csv: has a header and no rows: left out");
    }
  );
});

describe("rows without content", () => {
  const header = "LA,ESTAB,URN,PERCTOT,PPERSABS10";
  const blank = [",,,,", " , ,,,", ",,,,,,,"];
  const wide = `${header},,`;
  test.each(blank.flatMap((row) => [1, 2, 30].map((times) => [row, times] as const)))(
    "%j, %d at the end, are left out and counted",
    async (row, times) => {
      const text = lines(wide, ...schools, "NAT,SEC,,5.5,13.7", ...Array<string>(times).fill(row));
      const {n, warnings} = await countSchools({[absence]: text});
      expect(n).toBe(6);
      expect(warnings).toEqual([`${absence}: ${times} ${times === 1 ? "row" : "rows"} without content, left out`]);
    }
  );

  test("between schools do not shift the rows that are told", async () => {
    const text = lines(header, schools[0], ",,,,", "901,4002,900002,350,12.2", ...schools.slice(2), "NAT,SEC,,5,13");
    const {warnings} = await countSchools({[absence]: text});
    expect(warnings.join("\n")).toContain(`${absence}, row 4, column PERCTOT: “350” cannot be`);
  });

  test.each(["Source: Department for Education", "Note: figures are provisional,", "1 See the guidance"])(
    "but for a note below the table (%s) are left out, and told",
    async (note) => {
      const {n, warnings} = await countSchools({[absence]: lines(header, ...schools, "NAT,SEC,,5.5,13.7", note)});
      expect(n).toBe(6);
      expect(warnings.join("\n")).toMatch(/row 9.*left out; it is at the end/);
    }
  );
});

describe("national rows", () => {
  const header = "LA,ESTAB,URN,PERCTOT,PPERSABS10";
  test.each([
    ["NAT,PRI,,4,8", "primary"],
    ["NAT,SEC,,4,8", "secondary"],
    ["NAT,SPE,,4,8", "special"],
    ["nat,pri,,4,8", "primary"],
    ["NAT,,,4,8", "total"],
    ["NAT,TOT,,4,8", "total"],
    ["NAT,NAT_TOTSF,,4,8", "total"],
    [",,NAT,4,8", "total"],
    [",PRI,NAT,4,8", "primary"],
    ["NAT,SEC,NAT,4,8", "secondary"]
  ])("%s is the nation’s", async (row, phase) => {
    const {warnings, query, close} = await readFolder({[absence]: lines(header, ...schools, row)});
    expect(warnings).toEqual([]);
    expect(await query("select school_phase from staged.absence where level = 'national'")).toEqual([
      {school_phase: phase}
    ]);
    close();
  });
});

describe("a file cut off within its last row", () => {
  const whole = lines("LA,ESTAB,URN,PERCTOT,PPERSABS10", ...schools);
  const last = schools.at(-1)!.length;
  test.each(Array.from({length: last}, (_, i) => i + 1))(
    "by %d characters loses that row alone, and says so where anything of it is left",
    async (cut) => {
      const {n, warnings} = await countSchools({[absence]: whole.slice(0, -1 - cut)});
      expect(n).toBe(5);
      if (cut < last) expect(warnings.join("\n")).toContain(`${absence}, row 7`);
    }
  );
});

describe("numbers of schools that a program took for figures", () => {
  test.each([
    ["900001.0", 900001],
    ["900001.00", 900001],
    ["900001", 900001]
  ])("URN %s is %d", async (cell, urn) => {
    const {query, warnings, close} = await readFolder({
      [absence]: lines("LA,ESTAB,URN,PERCTOT,PPERSABS10", `901,4001,${cell},5,12`, "NAT,SEC,,5,13")
    });
    expect(await query("select urn, laestab from staged.absence where level = 'school'")).toEqual([
      {urn, laestab: 9014001}
    ]);
    expect(warnings).toHaveLength(cell.includes(".") ? 1 : 0);
    close();
  });

  test.each(["901.0,4001.0,900001.0", "901.0,4001,900001", "901,4001.0,900001"])("%s is 901/4001", async (cells) => {
    const {query, close} = await readFolder({
      [absence]: lines("LA,ESTAB,URN,PERCTOT,PPERSABS10", `${cells},5,12`, "NAT,SEC,,5,13")
    });
    expect(await query("select urn, laestab from staged.absence where level = 'school'")).toEqual([
      {urn: 900001, laestab: 9014001}
    ]);
    close();
  });

  test("the LAESTAB of exclusions is read without its .0", async () => {
    const {query, close} = await readFolder({
      "exclusions.csv": lines(exclusionsHeader, exclusionsRow(9014001).replace(",9014001,", ",9014001.0,"))
    });
    expect(await query("select laestab from staged.exclusions")).toEqual([{laestab: 9014001}]);
    close();
  });
});

describe("a day that cannot be", () => {
  const links = (joined: string) =>
    lines(
      "URN,Group UID,Group ID,Group Name,Companies House Number,Group Type (code),Group Type,Closed Date,Open date,Incorporated on (open date),Group Status (code),Group Status,Joined date,EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),PhaseOfEducation (code),PhaseOfEducation (name),LA (code),LA (name)",
      `900001,9003,TR09003,Ash Trust,,6,Multi-academy trust,,,,OPEN,Open,${joined},Ash,34,Academy converter,4,Secondary,901,Ashshire`
    );
  const joinedOn = async (joined: string) => {
    const {warnings, query, close} = await readFolder({"alllinksdata20240101.csv": links(joined)});
    const [row] = await query<{day: string | null}>("select joined_date::varchar as day from staged.gias_group_links");
    close();
    return {day: row.day, warnings};
  };

  test.each(["14-10-1066", "01-09-2099", "01-09-0201", "01/09/2095", "31-12-1899"])("%s is not taken", async (day) => {
    const {day: read, warnings} = await joinedOn(day);
    expect(read).toBeNull();
    expect(warnings[0]).toContain("alllinksdata20240101.csv, row 2, column Joined date: the day");
  });

  test.each([
    ["01-09-2014", "2014-09-01"],
    ["01-01-1900", "1900-01-01"],
    ["", null]
  ])("%j is", async (day, read) => {
    expect(await joinedOn(day)).toEqual({day: read, warnings: []});
  });
});

describe("a folder", () => {
  test.each(["year=2019", "la=901/month=3", "urn=5", "PERCTOT=7"])("called %s adds no column", async (name) => {
    expect(await countSchools({[`${name}/${absence}`]: good[absence]})).toEqual({n: 6, warnings: []});
  });

  test("behind a link is read, one that lies in itself is not entered again", async () => {
    const target = await findFolder(good);
    const from = await emptyFolder();
    await symlink(target, join(from, "data"));
    await symlink(from, join(from, "again"));
    await mkdir(join(from, "own"));
    await symlink(join(target, absence), join(from, "own", absence));
    const {filesRead, close} = await readFolder(from);
    close();
    expect(filesRead.files.map(({file}) => file)).toEqual([`data/${absence}`]);
    expect(filesRead.copies.map(({file}) => file)).toEqual([`own/${absence}`]);
    expect(filesRead.unknown).toEqual([{file: "again", why: "a link to a folder that it lies in"}]);
  });
});

describe("letters before the header", () => {
  test.each(["\ufeff", "\ufeff\ufeff", "ï»¿"])("%j are no part of it", async (mark) => {
    expect((await countSchools({[absence]: `${mark}${good[absence] as string}`})).n).toBe(6);
  });
});

describe("what a file lacks to be known", () => {
  test.each([
    ["2018-2019_england_abs.csv", "URN,SCHNAME", "absence"],
    ["england_census.csv", "URN,SCHNAME", "school_characteristics"],
    ["2018-2019_england_ks2revised.csv", "URN,SCHNAME", "ks2_performance"],
    ["england_ks4final (1).csv", "URN,SCHNAME", null],
    ["edubasealldata20190301.csv", "URN,Name", "gias_establishments"],
    ["2017-2018_england_swf.csv", "URN,Name", "workforce_tables"],
    ["2018-2019_england_school_information.csv", "URN,Name", "school_information"]
  ])("is said of %s", async (file, header, source) => {
    const said = await listSaid({[file]: lines(header, "900001,Ash")});
    expect(said).toContain(`\n  ${file}: `);
    if (source) expect(said).toContain(`by its name ${source}`);
    if (source) expect(said).toContain("but without");
  });
});
