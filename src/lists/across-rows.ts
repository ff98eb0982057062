import {group, rollup} from "d3";
import {nearestName} from "../published-files/closest-names.ts";
import {formatDay} from "./date-span.ts";
import {writeRowNote, type Member} from "./member.ts";
import {at, stops, warns, type Problem} from "./problem.ts";

/** A row by its place: “row 7”, with its file where that is another. */
const sayRow = (other: Member, {file}: Member): string =>
  other.file === file ? `row ${other.row}` : `row ${other.row} of ${other.file}`;

/** All that a row says of its school; that a note names the row itself says nothing. */
const content = (member: Member): string =>
  JSON.stringify({
    ...member,
    file: null,
    row: null,
    note: member.note === writeRowNote(member.file, member.row) ? null : member.note
  });

/** Splits members into those that say something new and problems with those that repeat an earlier row in every cell. */
export function withoutRepeats(members: readonly Member[]): {members: Member[]; problems: Problem[]} {
  const key = ({partnership_id, urn}: Member) => `${partnership_id} ${urn}`;
  const times = rollup(members, (those) => those.length, key);
  const first = new Map<string, Member>();
  const kept: Member[] = [];
  const problems: Problem[] = [];
  for (const member of members) {
    const said = times.get(key(member)) === 1 ? null : content(member);
    const before = said === null ? undefined : first.get(said);
    if (before) {
      const found = `says the same as ${sayRow(before, member)}`;
      problems.push(at(warns("repeated", found, "delete one of the two; it is counted once"), member));
    } else {
      if (said !== null) first.set(said, member);
      kept.push(member);
    }
  }
  return {members: kept, problems};
}

/**
 * The same school twice in the same partnership at the same time. Reported only where the dates leave no doubt: a year in
 * which a school left and joined again may hold both. `latest` is the URN a school goes on under.
 */
export function overlaps(members: readonly Member[], latest: (urn: number) => number): Problem[] {
  const same = group(members, ({partnership_id, urn}) => `${partnership_id} ${latest(urn)}`);
  return [...same.values()].flatMap((rows) => {
    const dated = rows.filter(({from_date}) => from_date !== null).sort(byStart);
    let longest = dated[0];
    return dated.slice(1).flatMap((member) => {
      const before = longest;
      if (findEnd(member) > findEnd(before)) longest = member;
      return overlap(before, member) ? [at(overlapFinding(before, member), {...member, column: "from_date"})] : [];
    });
  });
}

const NEVER = "9999-12-31";
const findEnd = ({to_date}: Member): string => to_date?.earliest ?? NEVER;

const byStart = (a: Member, b: Member): number =>
  a.from_date!.earliest < b.from_date!.earliest ? -1 : a.from_date!.earliest > b.from_date!.earliest ? 1 : 0;

const overlap = (a: Member, b: Member): boolean => b.from_date!.latest < findEnd(a) && a.from_date!.latest < findEnd(b);

function overlapFinding(before: Member, member: Member) {
  const who = before.urn === member.urn ? `${member.urn} is` : `${member.urn}, once ${before.urn}, is`;
  const until = before.to_date ? `until ${formatDay(before.to_date.earliest)}` : "without an end";
  return stops(
    "overlap",
    `${who} already a ${before.role} in ${sayRow(before, member)}, ${until}`,
    "end the earlier row the day before this one begins, or delete one of the two"
  );
}

/** Schools that join, or leave, on a day that has not come by `today`, an ISO date: as a rule a slip of the pen. */
export function notYet(members: readonly Member[], today: string): Problem[] {
  return members.flatMap((member) =>
    (["from_date", "to_date"] as const).flatMap((column) => {
      const day = member[column]?.earliest;
      if (day === undefined || day <= today) return [];
      const found = `${formatDay(day)} has not come yet`;
      return [
        at(warns("not_yet", found, "look the date up; if it is planned, wait until it has come"), {...member, column})
      ];
    })
  );
}

/** Supporters whom nobody is supported by: a supporter’s clock starts when the first supported school joins. */
export function supportersAlone(members: readonly Member[]): Problem[] {
  return [...group(members, ({partnership_id}) => partnership_id)].flatMap(([id, rows]) => {
    const supporter = rows.find(({role}) => role === "supporter");
    if (!supporter || rows.some(({role}) => role === "supported")) return [];
    const found = `${id} has a supporter but no supported school, so its help has no beginning`;
    const fix = "add the schools that were helped; a school that neither gave nor got help is a member";
    return [at(warns("supporter_alone", found, fix), {...supporter, column: "role"})];
  });
}

/** A partnership that goes by two names or kinds, and two ids that look like one partnership. */
export function oneNameOneType(members: readonly Member[]): Problem[] {
  const byId = group(members, ({partnership_id}) => partnership_id);
  const differing = [...byId].flatMap(([id, rows]) =>
    (["partnership_kind", "partnership_name"] as const).flatMap((column) =>
      [...group(rows, (row) => row[column]).values()].slice(1).map(([other]) => {
        const found = `${id} is “${other[column]}” here but “${rows[0][column]}” in ${sayRow(rows[0], other)}`;
        const say = column === "partnership_kind" ? stops : warns;
        return at(say(`two_${column}s`, found, "write the same in every row, or give another id"), {...other, column});
      })
    )
  );
  const names = [...byId.values()].map(([first]) => first);
  const alike = [...group(names, ({partnership_name: name}) => name.toLowerCase()).values()].flatMap(
    ([first, ...rest]) =>
      rest.map((other) => {
        const found = `${other.partnership_id} has the name of ${first.partnership_id} in ${sayRow(first, other)}`;
        const fix = "write the same id in every row if they are one partnership";
        return at(warns("two_ids", found, fix), {...other, column: "partnership_id"});
      })
  );
  return [...differing, ...alike];
}

/** Members of a partnership that the list of partnerships has not. */
export function unknownPartnerships(members: readonly Member[], ids: readonly string[]): Problem[] {
  const known = new Set(ids);
  return [...group(members, ({partnership_id}) => partnership_id)]
    .filter(([id]) => !known.has(id))
    .map(([id, [first]]) => {
      const like = nearestName(id, ids);
      const fix = like ? `is it ${like}? Otherwise give it a row there` : "give it a row there";
      return at(stops("partnership_unknown", `${id} is not in the list of partnerships`, fix), {
        ...first,
        column: "partnership_id"
      });
    });
}
