import {plainColumns, published, type Cells, type Published} from "./csv.ts";
import type {England} from "./england.ts";
import type {Link} from "./partnerships.ts";
import {dashed, registerStyle} from "./register.ts";

const header = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"];

const words: Record<Link["kind"], {forward: string; back: string}> = {
  plain: {forward: "Successor", back: "Predecessor"},
  merged: {forward: "Successor - merged", back: "Predecessor - merged"},
  amalgamated: {forward: "Result of Amalgamation", back: "Predecessor - amalgamated"},
  split: {forward: "Successor - Split School", back: "Predecessor - Split School"}
};

/** Which establishment followed which, listed on both sides but for a few, in the order of URNs. */
export function linksFile({links}: England, day: string): Published {
  const rows = links
    .flatMap(({from, to, kind, date, one_sided}): (Cells & {URN: number})[] => {
      const row = (a: Link["from"], b: Link["from"], type: string) => ({
        URN: a.urn,
        LinkURN: b.urn,
        LinkName: b.name,
        LinkType: type,
        LinkEstablishedDate: dashed(date)
      });
      const back = row(to, from, words[kind].back);
      return one_sided ? [back] : [row(from, to, words[kind].forward), back];
    })
    .sort((a, b) => a.URN - b.URN);
  return published(
    `gias/links_edubasealldata${day.replaceAll("-", "")}.csv`,
    plainColumns(header),
    rows,
    registerStyle
  );
}
