import {type Relation, relations} from "../../src/published-files/relations.ts";
import type {PublishedFile} from "../read/published-file.ts";
import type {FoundColumns} from "../read/raw.ts";
import {quote, quoteName, rows, type Warehouse} from "../warehouse.ts";
import {leaveOutBrokenDifferences} from "./broken-differences.ts";
import {leaveOutBrokenShares} from "./broken-shares.ts";
import {pickFound} from "../read/pick-found.ts";
import {takeAway} from "./take-away.ts";

/** From this share of the rows in which two figures differ on, and so many, it is the columns that are wrong, and no row of theirs is believed. */
const COLUMNS = {share: 0.1, rows: 3};

/** Figures are printed to so much: one that is more by less is the same. */
const NOTHING = 1e-9;

/**
 * Takes away figures of schools that are more than what they are a part of, such as more pupils at grade 5 than at grade
 * 4: both figures of such a row, or both columns where so many rows are such that the columns may have changed places.
 * The reason for each is `impossible`. So with percentages that do not follow from their rows. Returns what to say of them, with file, row and column.
 */
export async function leaveOutBrokenRelations(
  warehouse: Warehouse,
  id: number,
  published: PublishedFile,
  {positions}: FoundColumns
): Promise<string[]> {
  const {source, file, header} = published;
  const warnings = [
    ...(await leaveOutBrokenShares(warehouse, id, published, positions)),
    ...(await leaveOutBrokenDifferences(warehouse, id, published, positions))
  ];
  const table = `staged.${source.id}`;
  const ofFile = `file_id = ${id} and level = 'school'`;
  const held = relations.filter(({lesser, greater}) => positions.has(lesser) && positions.has(greater));
  const broken = ({lesser, greater}: Relation) => `${quoteName(lesser)} > ${quoteName(greater)} + ${NOTHING}`;
  for (const one of await pickFound(warehouse, held, {test: broken, from: `${table} where ${ofFile}`})) {
    const {lesser, greater, is} = one;
    const [less, more] = [quoteName(lesser), quoteName(greater)];
    const [found] = await rows<{broken: number; differ: number; first: {row: number; less: number; more: number}}>(
      warehouse,
      `select count(*) filter (${broken(one)})::integer as broken, count(*) filter (${less} <> ${more})::integer as differ,
         min({"row": source_row::integer, less: ${less}, more: ${more}}) filter (${broken(one)}) as first
       from ${table} where ${ofFile}`
    );
    if (!found.broken) continue;
    const all = found.broken >= Math.max(COLUMNS.rows, COLUMNS.share * found.differ);
    if (all) await setAside(warehouse, table, {source: source.id, names: [lesser, greater], where: ofFile});
    await takeAway(warehouse, table, [lesser, greater], all ? ofFile : `${ofFile} and ${broken(one)}`);
    const [own, other] = [lesser, greater].map((name) => header[positions.get(name)!]);
    const {row, less: part, more: whole} = found.first;
    const others = found.broken > 1 ? ` (and ${(found.broken - 1).toLocaleString("en-GB")} more such rows)` : "";
    const why = all
      ? `so for ${found.broken.toLocaleString("en-GB")} of ${found.differ.toLocaleString("en-GB")} schools: the two columns may have changed places, and neither is taken; download the file again`
      : `one of the two is wrong, and neither is taken${others}; look both up where the file was published`;
    warnings.push(
      `${file}, row ${row}, column ${own}: ${part} is more than ${whole} in column ${other}, though it is ${is}: ${why}`
    );
  }
  return warnings;
}

/** A place for the figures of columns that are taken away whole, kept until it is seen what other years say of them. */
export const makeSetAside = (warehouse: Warehouse): Promise<unknown> =>
  warehouse.run(
    "create table if not exists set_aside (source varchar, file_id smallint, source_row integer, name varchar, value double)"
  );

async function setAside(
  warehouse: Warehouse,
  table: string,
  {source, names, where}: {source: string; names: readonly string[]; where: string}
): Promise<void> {
  for (const name of names)
    await warehouse.run(
      `insert into set_aside select ${quote(source)}, file_id, source_row, ${quote(name)}, ${quoteName(name)} from ${table} where ${where} and ${quoteName(name)} is not null`
    );
}
