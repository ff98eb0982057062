import {type BlockPanel, readBlock} from "../../src/library/panel/index.ts";
import {presentNumbers, presentTexts, type Table} from "../read/table.ts";

/** The block panel in the named columns of a table. Throws what `readBlock` throws. */
export const takeBlock = (
  table: Table,
  {id, time, treated, outcome}: {id: string; time: string; treated: string; outcome: string}
): BlockPanel =>
  readBlock(
    {
      id: presentTexts(table, id),
      time: presentNumbers(table, time),
      treated: presentNumbers(table, treated),
      outcome: presentNumbers(table, outcome)
    },
    table
  );
