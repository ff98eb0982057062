import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {IndexRow} from "../../src/release/result-index.ts";
import type {ResultFile} from "../../src/release/results.ts";
import {sideBySide} from "../../src/side-by-side.ts";
import type {Warehouse} from "../warehouse.ts";
import {writeDownloads, type Facts} from "./downloads/write.ts";
import {writePartnershipTypes} from "./partnership-types.ts";
import {makeLeadershipFile} from "./leadership.ts";
import {writePartnerships, type DescribedOf, type OutcomesOf} from "./partnerships.ts";
import type {SimilarOf} from "./schools.ts";
import {briefJson} from "./text.ts";
import {makeValidationRows} from "./validation.ts";

export interface Parts {
  /** Of every result, its row of results.json; and all that is reported of it. */
  index: readonly IndexRow[];
  results: readonly ResultFile[];
  /** By partnership, what its schools did, and how they stood; and by school, the schools most like it. */
  outcomes: OutcomesOf;
  described: DescribedOf;
  similar: SimilarOf;
  /** What downloads say of themselves: plan, version, when they were made, licence. */
  facts: Facts;
  /** Another connection to the warehouse. */
  beside: Warehouse;
}

/**
 * Writes what pages open one partnership or file at a time, the indexes that these are found by, and what can be taken
 * away whole, which is made beside it on a connection of its own. results.json is in the folder already.
 */
export async function writeParts(warehouse: Warehouse, folder: string, {beside, ...parts}: Parts): Promise<void> {
  await sideBySide([
    async () => writeFile(join(folder, "downloads.json"), briefJson(await writeDownloads(beside, folder, parts))),
    async () => {
      await writePartnerships(warehouse, folder, parts);
      await writePartnershipTypes(warehouse, folder, parts);
      await writeFile(join(folder, "leadership.json"), briefJson(await makeLeadershipFile(warehouse)));
      await writeFile(join(folder, "validation.json"), briefJson(await makeValidationRows()));
    }
  ]);
}
