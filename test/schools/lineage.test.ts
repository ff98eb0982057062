import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {design} from "../../src/design.ts";
import {traceLineages, type RegisterLink, type UrnFacts} from "../../src/schools/lineage.ts";

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const link = (
  from: number,
  to: number,
  date: string | null = "2015-09-01",
  partnership_type: RegisterLink["partnership_type"] = "plain"
) => ({
  from,
  to,
  partnership_type,
  date: date ? day(date) : null
});

interface Said {
  opened?: string;
  closed?: string;
  laestab?: number;
  postcode?: string;
  active?: string[];
}
const facts = (said: Record<number, Said>): Map<number, UrnFacts> =>
  new Map(
    Object.entries(said).map(([urn, {opened, closed, laestab, postcode, active = []}]) => [
      Number(urn),
      {
        opened: opened ? day(opened) : null,
        closed: closed ? day(closed) : null,
        laestabs: new Set(laestab ? [laestab] : []),
        postcodes: new Set(postcode ? [postcode] : []),
        active: new Set(active)
      }
    ])
  );

const trace = (links: RegisterLink[], said: Record<number, Said> = {}) =>
  traceLineages(links, facts(said), design.lineage);
/** Each link’s evidence, or why it was refused. */
const verdicts = (links: RegisterLink[], said: Record<number, Said> = {}) =>
  trace(links, said).verdicts.map(({from, to, evidence, refused}) => `${from}→${to} ${evidence ?? refused}`);

describe("traceLineages(links, facts, rule)", () => {
  test("a plain link of which nothing else is known stands on the link alone", () => {
    expect(verdicts([link(1, 2)])).toEqual(["1→2 link_only"]);
  });

  test("a chain is the school of its last URN", () => {
    const {school} = trace([link(1, 2), link(2, 3, "2018-09-01")]);
    expect([...school]).toEqual([
      [1, 3],
      [2, 3],
      [3, 3]
    ]);
  });

  test("a link read from both sides of the register is one link, dated if either side is", () => {
    const {verdicts: found} = trace([link(1, 2, null), link(1, 2, "2015-09-01")]);
    expect(found.map(({date}) => date?.toISOString().slice(0, 10))).toEqual(["2015-09-01"]);
  });
});

describe("one to one, both ways", () => {
  test("two successors are both kept apart", () => {
    expect(verdicts([link(1, 2), link(1, 3)])).toEqual(["1→2 not_one_to_one", "1→3 not_one_to_one"]);
  });

  test("two predecessors are both kept apart", () => {
    expect(verdicts([link(1, 3), link(2, 3)])).toEqual(["1→3 not_one_to_one", "2→3 not_one_to_one"]);
  });
});

describe("mergers, amalgamations and splits", () => {
  test("a successor that others merged into is kept apart", () => {
    expect(verdicts([link(1, 3), link(2, 3, null, "merger")])).toEqual(["1→3 merger_or_split"]);
  });

  test("a predecessor that was split is kept apart", () => {
    expect(verdicts([link(1, 2), link(1, 3, null, "merger")])).toEqual(["1→2 merger_or_split"]);
  });

  test("a merger elsewhere in the chain’s neighbourhood does not touch a link", () => {
    expect(verdicts([link(1, 2), link(2, 9, null, "merger")])).toEqual(["1→2 link_only"]);
  });

  test("sixth-form and other links say nothing", () => {
    expect(verdicts([link(1, 2), link(1, 3, null, "other"), link(4, 2, null, "other")])).toEqual(["1→2 link_only"]);
  });
});

describe("no year with pupils on both sides", () => {
  test("a file that has pupils of both in one year keeps them apart", () => {
    expect(verdicts([link(1, 2)], {1: {active: ["7 2014", "7 2015"]}, 2: {active: ["7 2015"]}})).toEqual([
      "1→2 both_had_pupils"
    ]);
  });

  test("two files that each have one of them in a year do not", () => {
    expect(verdicts([link(1, 2)], {1: {active: ["7 2015"]}, 2: {active: ["8 2015"]}})).toEqual(["1→2 link_only"]);
  });

  test("it is checked along the whole chain, not link by link", () => {
    expect(
      verdicts([link(1, 2, "2012-09-01"), link(2, 3, "2015-09-01")], {
        1: {active: ["7 2015"]},
        2: {active: ["7 2013"]},
        3: {active: ["7 2015", "7 2016"]}
      })
    ).toEqual(["1→2 link_only", "2→3 both_had_pupils"]);
  });

  test("it is checked along both ends of a chain that a late link closes", () => {
    expect(
      verdicts([link(2, 3, "2016-09-01"), link(3, 4, "2012-09-01"), link(1, 2, "2011-09-01")], {
        1: {active: ["7 2010"]},
        4: {active: ["7 2010"]}
      })
    ).toEqual(["1→2 link_only", "3→4 link_only", "2→3 both_had_pupils"]);
  });

  test("links that run in a circle do not", () => {
    expect(verdicts([link(1, 2, "2012-09-01"), link(2, 1, "2015-09-01")])).toEqual([
      "1→2 link_only",
      "2→1 both_had_pupils"
    ]);
  });
});

describe("dates of closing and opening", () => {
  const apart = (opened: string) => verdicts([link(1, 2)], {1: {closed: "2015-08-31"}, 2: {opened}});

  test("ninety-two days apart are near enough", () => {
    expect(apart("2015-12-01")).toEqual(["1→2 dates"]);
  });

  test("ninety-three days apart are not", () => {
    expect(apart("2015-12-02")).toEqual(["1→2 dates_apart"]);
  });

  test("the successor may open before the predecessor closes", () => {
    expect(apart("2015-06-01")).toEqual(["1→2 dates"]);
    expect(apart("2015-05-01")).toEqual(["1→2 dates_apart"]);
  });

  test("dates far apart are not saved by a LAESTAB that agrees", () => {
    expect(
      verdicts([link(1, 2)], {
        1: {closed: "2012-08-31", laestab: 9014001},
        2: {opened: "2015-09-01", laestab: 9014001}
      })
    ).toEqual(["1→2 dates_apart"]);
  });
});

describe("LAESTAB and postcode", () => {
  const disagree = (date: string | null, more: Record<number, Said> = {}) =>
    verdicts([link(1, 2, date)], {
      1: {laestab: 9014001, postcode: "AA11AA", ...more[1]},
      2: {laestab: 9016901, postcode: "AA11AB", opened: "2015-09-01", ...more[2]}
    });

  test("one LAESTAB is evidence", () => {
    expect(disagree(null, {2: {laestab: 9014001}})).toEqual(["1→2 laestab"]);
  });

  test("one postcode is evidence", () => {
    expect(disagree(null, {2: {postcode: "AA11AA"}})).toEqual(["1→2 postcode"]);
  });

  test("where neither agrees an undated link is kept apart", () => {
    expect(disagree(null)).toEqual(["1→2 nothing_agrees"]);
  });

  test("where neither agrees a link dated within an academic year of the change stands", () => {
    expect(disagree("2014-10-01")).toEqual(["1→2 link_only"]);
    expect(disagree("2017-08-31")).toEqual(["1→2 link_only"]);
  });

  test("where neither agrees a link dated further off is kept apart", () => {
    expect(disagree("2014-08-31")).toEqual(["1→2 nothing_agrees"]);
    expect(disagree("2017-09-01")).toEqual(["1→2 nothing_agrees"]);
  });

  test("the change is the year the successor first had pupils where no date is known", () => {
    const by = (first: string) =>
      verdicts([link(1, 2, "2015-09-01")], {1: {laestab: 9014001}, 2: {laestab: 9016901, active: [`7 ${first}`]}});
    expect(by("2016")).toEqual(["1→2 link_only"]);
    expect(by("2018")).toEqual(["1→2 nothing_agrees"]);
  });

  test("the change is the year of closing where no opening is known", () => {
    const closing = (closed: string) =>
      verdicts([link(1, 2, "2015-09-01")], {1: {laestab: 9014001, closed}, 2: {laestab: 9016901}});
    expect(closing("2015-08-31")).toEqual(["1→2 link_only"]);
    expect(closing("2013-08-31")).toEqual(["1→2 nothing_agrees"]);
  });

  test("the change is the year after the predecessor last had pupils where nothing else is known", () => {
    const by = (last: string) =>
      verdicts([link(1, 2, "2015-09-01")], {1: {laestab: 9014001, active: [`7 ${last}`]}, 2: {laestab: 9016901}});
    expect(by("2014")).toEqual(["1→2 link_only"]);
    expect(by("2012")).toEqual(["1→2 nothing_agrees"]);
  });

  test("what is known on one side only cannot disagree", () => {
    expect(verdicts([link(1, 2, null)], {1: {laestab: 9014001}, 2: {postcode: "AA11AB"}})).toEqual(["1→2 link_only"]);
  });
});

describe("the order in which links are read", () => {
  const links = [
    link(1, 2, "2012-09-01"),
    link(1, 2, null),
    link(1, 2, "2013-09-01"),
    link(2, 3, "2015-09-01"),
    link(3, 4, "2015-09-01"),
    link(5, 6, null),
    link(6, 7, "2014-01-01"),
    link(8, 7, "2014-01-01"),
    link(9, 10, "2013-09-01"),
    link(11, 10, null, "merger")
  ];
  const said = {
    1: {active: ["7 2011"]},
    3: {active: ["7 2014", "7 2016"]},
    4: {active: ["7 2011", "7 2016"]},
    5: {laestab: 9014001},
    6: {laestab: 9014001}
  };

  test("does not change a verdict nor a school", () => {
    const once = trace(links, said);
    fc.assert(
      fc.property(fc.shuffledSubarray(links, {minLength: links.length}), (shuffled) => {
        const again = trace(shuffled, said);
        expect(again.verdicts).toEqual(once.verdicts);
        expect(new Map([...again.school].sort(([a], [b]) => a - b))).toEqual(
          new Map([...once.school].sort(([a], [b]) => a - b))
        );
      })
    );
  });
});
