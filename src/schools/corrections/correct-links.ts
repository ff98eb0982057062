import type {RegisterLink} from "../lineage.ts";
import type {Correction} from "./correction.ts";

/** Links as corrected, and how many each correction changed, by its row. */
export interface CorrectedLinks {
  links: RegisterLink[];
  changed: Map<number, number>;
}

/**
 * Adds, removes and dates links as corrections of links say. An added link is one of predecessor and successor, and is
 * held to the same rules as the register’s; one that is there already is not added again. Links of the same pair, of
 * whatever kind, are removed and dated together.
 */
export function correctLinks(links: readonly RegisterLink[], corrections: readonly Correction[]): CorrectedLinks {
  const changed = new Map<number, number>();
  const corrected = corrections
    .filter(({what}) => what === "link")
    .reduce<readonly RegisterLink[]>((before, {row, urn, other, action, value}) => {
      const to = Number(other);
      const date = value === null ? null : new Date(`${value}T00:00:00Z`);
      const isIt = (link: RegisterLink) => link.from === urn && link.to === to;
      const there = before.filter(isIt);
      if (action === "add") {
        const isNew = !there.some(({partnership_type}) => partnership_type === "plain");
        changed.set(row, isNew ? 1 : 0);
        return isNew ? [...before, {from: urn, to, partnership_type: "plain", date}] : before;
      }
      changed.set(row, there.length);
      return action === "remove"
        ? before.filter((link) => !isIt(link))
        : before.map((link) => (isIt(link) ? {...link, date} : link));
    }, links);
  return {links: [...corrected], changed};
}
