import {plainColumns, publish, type Cells, type Published} from "./csv.ts";
import type {Consortium} from "./consortia.ts";
import type {England} from "./england.ts";
import type {Link} from "./partnership-shapes.ts";
import {dashed, registerStyle} from "./register.ts";
import {on} from "./school.ts";

const header = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"];

const words: Record<Link["partnership_type"], {forward: string; back: string}> = {
  plain: {forward: "Successor", back: "Predecessor"},
  merged: {forward: "Successor - merged", back: "Predecessor - merged"},
  amalgamated: {forward: "Result of Amalgamation", back: "Predecessor - amalgamated"},
  split: {forward: "Successor - Split School", back: "Predecessor - Split School"}
};

/** A sixth form’s schools, on both sides. */
function centreRows({in_links, urn, name, members}: Consortium, day: string): (Cells & {URN: number})[] {
  return members.flatMap(({school, joined, dated}) => {
    const then = on(school, day);
    if (!in_links || !then) return [];
    const LinkEstablishedDate = dashed(dated ? joined : null);
    return [
      {URN: then.urn, LinkURN: urn, LinkName: name, LinkType: "Sixth Form Centre Link", LinkEstablishedDate},
      {URN: urn, LinkURN: then.urn, LinkName: then.name, LinkType: "Sixth Form Centre School", LinkEstablishedDate}
    ];
  });
}

/** Which establishment followed which, listed on both sides but for a few, in the order of URNs. */
export function linksFile({links, consortia}: England, day: string): Published {
  const successions = links.flatMap(({from, to, partnership_type, date, one_sided}): (Cells & {URN: number})[] => {
    const row = (a: Link["from"], b: Link["from"], type: string) => ({
      URN: a.urn,
      LinkURN: b.urn,
      LinkName: b.name,
      LinkType: type,
      LinkEstablishedDate: dashed(date)
    });
    const back = row(to, from, words[partnership_type].back);
    return one_sided ? [back] : [row(from, to, words[partnership_type].forward), back];
  });
  const rows = [...successions, ...consortia.flatMap((centre) => centreRows(centre, day))].sort(
    (a, b) => a.URN - b.URN
  );
  return publish(`gias/links_edubasealldata${day.replaceAll("-", "")}.csv`, plainColumns(header), rows, registerStyle);
}
