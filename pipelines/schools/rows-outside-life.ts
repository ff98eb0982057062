import {formatAcademicYear} from "../../src/vocabulary/academic-year.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** Tables of results print those of a school before it under the number of today; finance and inspections have years of their own. */
const OLDER = ["ks4_performance", "ks5_performance"];
const OTHER_YEARS = ["ofsted_%", "finance_%"];

interface Found {
  register: string | null;
  file: string;
  schools: number;
  name: string | null;
  urn: number;
  year: number;
  day: string;
}

/**
 * What to say of schools that have figures a year and more before the register says that they opened, or two years after
 * it says that they closed; no real file at hand has one. The day is then wrong, and with it what school each number was.
 */
export async function findRowsOutsideLife(warehouse: Warehouse): Promise<string[]> {
  return [
    ...(await find(warehouse, "opened")).map((found) => say(found, "opened", "before")),
    ...(await find(warehouse, "closed")).map((found) => say(found, "closed", "after"))
  ];
}

function say({register, file, schools, name, urn, year, day}: Found, what: string, when: string): string {
  const others =
    schools > 1
      ? `; ${(schools - 1).toLocaleString("en-GB")} more ${schools === 2 ? "school has" : "schools have"} such figures`
      : "";
  return `${register ?? "the register"}: ${name ?? "a school"} (URN ${urn}) ${what} on ${day}, and ${file} has figures of it in ${formatAcademicYear(year)}, long ${when} that${others}: these days may be wrong, and schools then fall apart; look them up, and download the extract again or correct them in pipelines/codes/corrections.csv`;
}

/** By file that says the days, the first of its schools with figures outside its life, and how many there are. */
const find = (warehouse: Warehouse, what: "opened" | "closed"): Promise<Found[]> => {
  const column = what === "opened" ? "open_date" : "close_date";
  const outside =
    what === "opened"
      ? `opened > make_date(academic_year + 1, 8, 31)
         and (source not in (${OLDER.map((id) => `'${id}'`).join(", ")}) or urn not in (select link_urn from staged.gias_links union select urn from staged.gias_links))`
      : "closed < make_date(academic_year - 2, 8, 31)";
  return rows<Found>(
    warehouse,
    `with outside as (
       select urn.urn, urn.name, ${what} as day, academic_year, file_id
       from school_row join urn using (urn)
       where urn_evidence = 'published' and ${OTHER_YEARS.map((like) => `source not like '${like}'`).join(" and ")} and ${outside}
     ),
     said as (
       select urn, ${column} as day, file_id, 1 as place from staged.gias_establishments
       union all select urn, ${column}, file_id, 2 from staged.school_information
       union all select urn, ${column}, file_id, 3 from staged.school_spine
     ),
     worst as (
       select urn, arg_min(struct_pack(name, day, academic_year, file_id), (${what === "opened" ? "" : "-"}academic_year, file_id, name, day)) as one
       from outside group by urn
     ),
     named as (
       select worst.urn, one, (select arg_min(file, (place, said.file_id, file)) from said join (select file_id, file from file) as file using (file_id)
         where said.urn = worst.urn and said.day = one.day) as register
       from worst
     ),
     counted as (
       select register, count(*)::integer as schools, min(urn)::integer as urn from named group by register
     )
     select counted.register, file.file, schools, one.name, counted.urn, one.academic_year::integer as year, one.day::varchar as day
     from counted join named on named.urn = counted.urn join (select file_id, file from file) as file on file.file_id = one.file_id
     order by all`
  );
};
