import {copyFileSync} from "node:fs";
import {openDuckDB} from "/work/w/engine/pipelines/warehouse.ts";
import {estimateAll} from "/work/w/engine/pipelines/estimate/estimate.ts";
import {writeFileSync} from "node:fs";
const [from, to] = process.argv.slice(2);
copyFileSync(from!, to!);
const {warehouse: w, close} = await openDuckDB(to!);
const gov = "('multi_academy_trust','federation','foundation_trust','umbrella_trust','sponsor')";
await w.run(`alter table membership add column if not exists moved_from varchar;
create or replace table earlier_third as select null::integer school_id, null::varchar kind, null::varchar third where false;
create or replace table governance_year as select school_id, academic_year, case type_group when 'maintained' then 0 when 'academy' then (case when exists(select 1 from membership m where m.school_id=school_year.school_id and m.kind='multi_academy_trust' and m.cohort<=school_year.academic_year) then 2 else 1 end) end as form from school_year;
create or replace table donor_pool as
 select 'governance' as pool, school_id, null::smallint as eligible_from, (case when bool_or(cohort is null) then 0 else min(cohort) end)::smallint as treated_from from membership where kind in ${gov} group by school_id
 union all select kind, school_id, null, (case when bool_or(cohort is null) then 0 else min(cohort) end) from membership where kind not in ${gov} group by kind, school_id
 union all select 'governance_supporter', school_id, min(academic_year), null from school_year where type_group='academy' group by school_id;
create or replace table role as select * from counted_role;`).catch((e: Error) => { console.error(e.message); throw e; });
const t = performance.now();
const r = await estimateAll(w, {plan: "x", made: "2026-11-29"}, {keep: null, progress: (d, what) => console.log(((performance.now() - t) / 1000).toFixed(1), d, what)});
console.log("done", ((performance.now() - t) / 1000).toFixed(1), "rss", process.memoryUsage().rss / 1e6);
writeFileSync(to!.replace(".duckdb", ".json"), JSON.stringify({index: r.index, files: r.files.length}));
for (const row of r.index.filter((x) => x.dimension === null && x.absent === null)) console.log([row.id, row.schools, row.from?.toFixed(3), row.to?.toFixed(3), row.low?.toFixed(3), row.high?.toFixed(3), row.verdict, row.strength].join(" "));
const why: Record<string, number> = {};
for (const row of r.index.filter((x) => x.absent !== null)) why[row.absent!] = (why[row.absent!] ?? 0) + 1;
console.log(why);
close();
