import {describe, expect, test} from "vitest";
import {
  exclusionsHeader,
  exclusionsRow,
  ks4File,
  ks4Header,
  ks4National,
  ks4Row,
  lines
} from "../support/published-files.ts";
import {findBySteps, refusal, refusedBySteps, runOn} from "../support/pipeline-run.ts";
import {makeZip} from "../support/zip-bytes.ts";

const good = ks4File(ks4Row(900001));
const linksHeader = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate";
const links = lines(linksHeader, "900001,900002,Birch School,Successor,01-09-2011");

describe("a file whose name does not say its academic year", () => {
  test("is refused, and the fix names --year", async () => {
    const {message, fix} = await refusal({"england_ks4final.csv": good});
    expect(message).toBe("england_ks4final.csv: neither its name nor its folder says the academic year");
    expect(fix).toContain("--year 2018/19");
  });

  test("is read with --year", async () => {
    const {sources} = await findBySteps({"england_ks4final.csv": good}, {year: 2019});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].year).toBe("2018/19");
  });

  test("takes the year of the folder it lies in", async () => {
    const {sources} = await findBySteps({"2017-2018/england_ks4final.csv": good});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].year).toBe("2017/18");
  });

  test("takes the year of the archive it lies in", async () => {
    const {sources} = await findBySteps({"2016-2017.zip": makeZip({"england_ks4final.csv": good})});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].year).toBe("2016/17");
  });
});

describe("a file whose name does not say its stage", () => {
  test("is refused, and the fix names --stage", async () => {
    const {message, fix} = await refusedBySteps({"2018-2019_england_ks4.csv": good});
    expect(message).toBe("2018-2019_england_ks4.csv: neither its name nor its folder says the stage");
    expect(fix).toContain("--stage final");
  });

  test("is read with --stage", async () => {
    const {sources} = await findBySteps({"2018-2019_england_ks4.csv": good}, {stage: "revised"});
    expect(sources.find(({id}) => id === "ks4_performance")!.files[0].stage).toBe("revised");
  });
});

describe("an extract whose name does not say its date", () => {
  test("is refused, and the fix names --snapshot", async () => {
    const {message, fix} = await refusedBySteps({"links_edubasealldata.csv": links});
    expect(message).toBe("links_edubasealldata.csv: neither its name nor its folder says the date of the extract");
    expect(fix).toContain("--snapshot 2018-05-01");
  });

  test("is refused where the date is none of the calendar", async () => {
    const {message} = await refusedBySteps({"links_edubasealldata20180231.csv": links});
    expect(message).toContain("neither its name nor its folder says the date of the extract");
  });

  test("is read with --snapshot", async () => {
    const {sources} = await findBySteps({"links_edubasealldata.csv": links}, {snapshot: "2018-05-01"});
    expect(sources.find(({id}) => id === "gias_links")!.files[0].year).toBe("2018-05-01");
  });
});

describe("a file that says two things of its time", () => {
  test("two years in its name are both told", async () => {
    const {message, fix} = await refusedBySteps({"2017-2018_or_2018-2019_ks4final.csv": good});
    expect(message).toBe(
      "2017-2018_or_2018-2019_ks4final.csv: its name says 2017/18 and 2018/19: which is the academic year?"
    );
    expect(fix).toBe("leave one of them in the file’s name");
  });

  test("two years in its name are not settled by --year", async () => {
    const {message} = await refusedBySteps({"2017-2018_or_2018-2019_ks4final.csv": good}, {year: 2019});
    expect(message).toContain("which is the academic year?");
  });

  test("two stages in its name are both told", async () => {
    const {message} = await refusedBySteps({"2018-2019_ks4_revised_final.csv": good});
    expect(message).toContain("its name says revised and final: which is the stage?");
  });

  test("a column of a past year that its year does not follow is told by row and column", async () => {
    const text = lines(`${ks4Header},P8MEA_17`, `${ks4Row(900001)},0.1`, `${ks4National},`);
    const {message, fix} = await refusedBySteps({"2016-2017_england_ks4final.csv": text});
    expect(message).toBe(
      "2016-2017_england_ks4final.csv, row 1, column P8MEA_17: its name says 2016/17, but this column holds 2016/17 as the latest past year"
    );
    expect(fix).toContain("the year it was published for");
  });

  test("a column of a past year contradicts --year as it does a name", async () => {
    const text = lines(`${ks4Header},P8MEA_17`, `${ks4Row(900001)},0.1`, `${ks4National},`);
    const {message} = await refusedBySteps({"england_ks4final.csv": text}, {year: 2019});
    expect(message).toContain("column P8MEA_17: its name says 2018/19");
  });
});

describe("a file given twice", () => {
  test("is read once where the bytes are the same, and that is said", async () => {
    const {summary, sources} = await runOn({
      "a/2018-2019_england_ks4final.csv": good,
      "b/2018-2019_england_ks4final.csv": good
    });
    expect(summary.warnings).toEqual([
      "b/2018-2019_england_ks4final.csv is a copy of a/2018-2019_england_ks4final.csv and was read once"
    ]);
    expect(sources.find(({id}) => id === "ks4_performance")!.files).toHaveLength(1);
  });

  test("is read once where one copy is in an archive", async () => {
    const text = lines(exclusionsHeader, exclusionsRow(9014001));
    const {summary} = await findBySteps({"exclusions.csv": text, "z.zip": makeZip({"exclusions.csv": text})});
    expect(summary.warnings).toEqual(["z.zip › exclusions.csv is a copy of exclusions.csv and was read once"]);
  });
});
