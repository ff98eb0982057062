import {group} from "d3";
import {UserError} from "../../src/library/errors.ts";
import {checkLists, type CheckedLists} from "../../src/lists/check-lists.ts";
import type {Problem} from "../../src/lists/problem.ts";
import {indexRegister, type Register, type RegisterSchool} from "../../src/lists/register.ts";
import {sayProblems} from "../../src/lists/say.ts";
import type {ListFile} from "../../src/lists/table.ts";
import {hasSchools} from "../read/own-list.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** Of problems of one sort in one column: more are counted, not written out. */
const MOST = 5;

/** What lists say, and what they should be looked at for, in sentences. */
export interface ReadLists extends Omit<CheckedLists, "problems"> {
  warnings: string[];
}

/**
 * Reads the lists that partnerships keep, compared with the schools of the files. Throws a UserError that names every row
 * with a problem that stops, with what to do; the others are warned of.
 */
export async function readLists(warehouse: Warehouse, lists: readonly ListFile[]): Promise<ReadLists> {
  if (lists.length === 0) return {members: [], partnerships: null, unmatched: [], warnings: []};
  const partnerships = lists.filter((list) => !hasSchools(list));
  if (partnerships.length > 1) {
    throw new UserError(
      `${partnerships.map(({file}) => file).join(" and ")} are lists of partnerships, and one is read`,
      {
        fix: "put the rows of all into one file"
      }
    );
  }
  const {problems, ...read} = checkLists(
    lists.filter((list) => hasSchools(list)),
    {partnerships: partnerships[0] ?? null, register: await readRegister(warehouse)}
  );
  refuse(problems);
  return {...read, warnings: listWarnings(problems)};
}

const named = new Set(["urn_unknown", "laestab_unknown", "name_unknown"]);

function refuse(problems: readonly Problem[]): void {
  const stop = problems.filter(({severity}) => severity === "stops");
  if (stop.length === 0) return;
  const count = `${stop.length} problem${stop.length === 1 ? "" : "s"}`;
  throw new UserError(`the lists of partnerships have ${count}\n${sayProblems(stop, {most: MOST}).join("\n")}`, {
    fix: "put right what is marked ✗, and run again; npm run pav -- check-list looks at the lists alone"
  });
}

/** A sentence for all problems of one sort in one file. Schools that no file has are named elsewhere, each. */
function listWarnings(problems: readonly Problem[]): string[] {
  const warn = problems.filter(({severity, code}) => severity === "warns" && !named.has(code));
  return [...group(warn, ({file, column, code}) => `${file} ${column} ${code}`).values()].map((alike) => {
    const {file, row, column, message} = alike[0];
    const where = [file, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(", ");
    return `${where}: ${message}${alike.length > 1 ? `; and ${alike.length - 1} more of this sort` : ""}`;
  });
}

/** Every URN of the files, as the latest of them has it. */
async function readRegister(warehouse: Warehouse): Promise<Register> {
  const links = await rows<{urn: number; link_urn: number}>(
    warehouse,
    `select distinct case when forwards then urn else link_urn end as urn, case when forwards then link_urn else urn end as link_urn
     from (select *, link_type like 'successor%' or link_type like 'result of amalgamation%' as forwards from staged.gias_links
           where snapshot = (select max(snapshot) from staged.gias_links))
     where forwards or link_type like 'predecessor%' order by all`
  );
  const successors = group(links, ({urn}) => urn);
  const schools = await rows<Omit<RegisterSchool, "successors" | "laestabs"> & {laestabs: string}>(
    warehouse,
    `select urn, coalesce(name, '') as name, coalesce(la_code, '') as la_code, coalesce(la_name, '') as la_name,
       '' as establishment_number, if(closed is null, 'Open', 'Closed') as status,
       opened::varchar as open_date, closed::varchar as close_date,
       coalesce(array_to_string(list_transform(laestabs, laestab -> left(laestab::varchar, 3) || '/' || right(laestab::varchar, 4)), ','), '') as laestabs,
       coalesce(ukprn, '') as ukprn
     from urn left join (select urn, max(ukprn) as ukprn from staged.gias_establishments group by urn) as provider using (urn)
     where urn between 100000 and 999999 order by urn`
  );
  return indexRegister(
    schools.map((school) => ({
      ...school,
      laestabs: school.laestabs.split(",").filter(Boolean),
      successors: (successors.get(school.urn) ?? []).map(({link_urn}) => link_urn)
    })),
    {whole: false}
  );
}
