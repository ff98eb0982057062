import type {PartnershipFile} from "../../src/release/partnership-files.ts";
import {describeNewest} from "../../src/your-schools/describe-words.ts";
import {describedBy, pickSeries} from "../../src/your-schools/describe.ts";
import type {PackedMeasure} from "../../src/your-schools/files.ts";
import {unpackYears} from "../../src/your-schools/pack.ts";
import type {PhaseSchools} from "../estimates/read-phase.ts";
import {rows, type Warehouse} from "../warehouse.ts";

/** The schools of each partnership, and what is said of them so far. */
export interface Bodies {
  schools: ReadonlyMap<string, readonly number[]>;
  described: Map<string, PartnershipFile["described"]>;
}

/** The schools that were ever in each partnership, each once. */
export async function readBodies(warehouse: Warehouse): Promise<Bodies> {
  const members = await rows<{partnership: string; schools: number[]}>(
    warehouse,
    `select partnership, list(distinct school_id order by school_id) as schools from membership group by all order by partnership`
  );
  return {
    schools: new Map(members.map(({partnership, schools}) => [partnership, schools])),
    described: new Map()
  };
}

/**
 * Takes the packed measures of a phase, one after another, and then adds to each partnership with schools of the phase
 * how these stood on the outcomes that schools are described by: the sentences that a page would make of the same figures.
 */
export function describeBodies(
  {schools, described}: Bodies,
  {phase, makeRow}: Pick<PhaseSchools, "phase" | "makeRow">
): {add: (packed: PackedMeasure) => void; end: () => void} {
  const placed = [...schools].flatMap(([partnership, ids]): [string, number[]][] => {
    const own = ids.flatMap((id) => makeRow.get(id) ?? []);
    return own.length ? [[partnership, own]] : [];
  });
  const said = new Map<string, ReadonlyMap<string, string>>();
  return {
    add(packed) {
      const {measure} = packed.study;
      if (!describedBy(phase).includes(measure)) return;
      const native = unpackYears(packed.native, makeRow.size);
      said.set(
        measure,
        new Map(
          placed.flatMap(([partnership, own]): [string, string][] => {
            const published = pickSeries(packed, native, own);
            const words = published && describeNewest(published, own, phase);
            return words === null ? [] : [[partnership, words]];
          })
        )
      );
    },
    end() {
      for (const [partnership] of placed) {
        const newest = describedBy(phase).flatMap((measure) => said.get(measure)?.get(partnership) ?? []);
        described.set(partnership, [...(described.get(partnership) ?? []), {phase, newest}]);
      }
    }
  };
}
