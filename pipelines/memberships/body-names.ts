import {
  coreBodyName,
  isRemark,
  plainBodyName,
  titleBodyName
} from "../../src/vocabulary/partnership-types/body-name.ts";
import {rows, type Warehouse} from "../warehouse.ts";
import {fillTable} from "../fill-table.ts";

/** Makes body_name: every name that the register prints of a group, as a page has it and as two writings of it agree; but no remark that stands in place of one. */
export async function loadBodyNames(warehouse: Warehouse): Promise<void> {
  const printed = await rows<{name: string}>(
    warehouse,
    `select distinct group_name as name from staged.gias_groups where group_name is not null
     union select distinct group_name from staged.gias_group_links where group_name is not null
     union select distinct trust_name from trust_listing where trust_name is not null order by name`
  );
  await fillTable(
    warehouse,
    "body_name",
    {name: "varchar", title: "varchar", plain: "varchar", core: "varchar"},
    printed
      .filter(({name}) => !isRemark(name))
      .map(({name}) => ({
        name,
        title: titleBodyName(name),
        plain: plainBodyName(name),
        core: coreBodyName(name) || null
      }))
  );
}
