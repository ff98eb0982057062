import {PublishedFileError} from "../../src/library/errors.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {listHeldSources} from "./held-sources.ts";

/** In no real extract are more than a twentieth of the numbers of schools called otherwise than elsewhere, of groups a fiftieth. */
const APART = {share: 0.25, fewest: 5};

/** With most rows apart, and so many, no partnership or school of the file can be believed. */
const BROKEN = {share: 0.5, fewest: 20};

/** What of the register says words of a number, and which columns hold the two. */
const SAYS = [
  ["gias_establishments", "urn", "establishment_name", "URN", "called"],
  ["school_information", "urn", "school_name", "URN", "called"],
  ["school_spine", "urn", "school_name", "URN", "called"],
  ["gias_links", "link_urn", "link_name", "LinkURN", "called"],
  ["gias_group_links", "urn", "establishment_name", "URN", "called"],
  ["gias_establishments", "urn", "establishment_type", "URN", "of the type"],
  ["gias_group_links", "urn", "establishment_type", "URN", "of the type"],
  ["gias_establishments", "urn", "open_date", "URN", "said to have opened on"],
  ["gias_group_links", "urn", "establishment_open_date", "URN", "said to have opened on"],
  ["gias_group_links", "group_uid", "group_name", "UID", "called"],
  ["gias_groups", "group_uid", "group_name", "UID", "called"],
  ["gias_group_links", "group_uid", "group_type", "UID", "of the type"],
  ["gias_groups", "group_uid", "group_type", "UID", "of the type"]
] as const;

interface Counted {
  file_id: number;
  file: string;
  column: string;
  how: string;
  rows: number;
  apart: number;
}

interface First {
  row: number;
  number: number;
  words: string;
  other: string;
  other_file: string;
}

/**
 * What to say of extracts of the register in which numbers of schools or groups stand beside names, types or days that are not
 * theirs by other rows and files: a column was sorted, moved or exchanged alone. Throws a PublishedFileError where most
 * are so: who followed whom, and who was in which group, would be wrong throughout.
 */
export async function findWordsApart(warehouse: Warehouse): Promise<string[]> {
  const held = await listHeldSources(warehouse);
  const says = SAYS.filter(([source]) => held.has(source)).map(
    ([source, number, words, column, how]) =>
      `select file_id, source_row, '${column}' as "column", '${how}' as how, '${number === "group_uid" ? "group" : "school"}' as thing,
         try_cast(${number} as integer) as number, ${words}::varchar as words from staged.${source} where ${words} is not null`
  );
  if (says.length === 0) return [];
  // Once a number and its words in a file: an extract says the same of a group in each of its rows.
  const said = `said as (
    select file_id, "column", how, thing, number, translate(lower(words), ' .,‘’''-&()/', '') as letters, count(*) as n,
      arg_min(struct_pack(source_row, words), (source_row, words)) as first
    from (${says.join(" union all ")}) where number is not null group by all
  )`;
  const counted = await rows<Counted>(warehouse, `with ${said} ${COUNTED}`);
  const warnings: string[] = [];
  for (const one of counted) {
    if (one.apart < APART.fewest || one.apart < APART.share * one.rows) continue;
    const [first] = await rows<First>(warehouse, `with ${said} ${queryFirst(one)}`);
    if (first) warnings.push(say(one, first));
  }
  return warnings;
}

/**
 * By file and columns how many rows there are, and how many in which only this file says such words of a number: of the
 * numbers that other files have too; of all, where it is the file itself that says several things of one.
 */
const COUNTED = `,
  pair as (select thing, how, number, letters, min(file_id) <> max(file_id) as by_others from said group by all),
  known as (
    select thing, how, number, min(file_id) <> max(file_id) as is_shared, min(letters) <> max(letters) as is_several
    from said group by all
  ),
  counted as (
    select said.file_id, "column", how, sum(n) as "all", sum(n) filter (is_shared) as shared,
      sum(n) filter (is_several and not by_others) as apart, sum(n) filter (is_shared and is_several and not by_others) as shared_apart
    from said join pair using (thing, how, number, letters) join known using (thing, how, number)
    group by all
  )
  select file_id, file, "column", how, coalesce(shared, "all")::integer as "rows", (if(shared is null, apart, coalesce(shared_apart, 0)))::integer as apart
  from counted join (select file_id, file from file) as file using (file_id)
  where apart > 0 order by file, "column", how`;

/** The first such row, and what another says of its number. */
const queryFirst = ({file_id, column, how}: Counted): string => `
  select mine.first.source_row::integer as "row", number, mine.first.words as words, other.first.words as other, file.file as other_file
  from said as mine join said as other using (thing, how, number) join (select file_id, file from file) as file on file.file_id = other.file_id
  where mine.file_id = ${file_id} and mine."column" = '${column}' and mine.how = '${how}' and other.letters <> mine.letters
    and not exists (select 1 from said as same where same.thing = mine.thing and same.how = mine.how and same.number = mine.number
      and same.letters = mine.letters and same.file_id <> mine.file_id)
  order by mine.first.source_row, other.file_id <> mine.file_id desc, file.file, other.first.words limit 1`;

function say({file, column, how, rows: all, apart}: Counted, {row, number, words, other, other_file}: First): string {
  const where = other_file === file ? "in another row" : `in ${other_file}`;
  const problem = `${number} is ${how} “${words}”, and ${where} “${other}”; so it is in ${apart.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} rows: a column may have been sorted, moved or exchanged alone`;
  const fix = "download both again, and do not save them from a spreadsheet";
  if (apart >= BROKEN.fewest && apart >= BROKEN.share * all)
    throw new PublishedFileError(problem, {file, row, column, fix});
  return `${file}, row ${row}, column ${column}: ${problem}; ${fix}`;
}
