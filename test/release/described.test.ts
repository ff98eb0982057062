import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import type {PartnershipFile} from "../../src/release/partnership-files.ts";
import {describeNewest} from "../../src/your-schools/describe-words.ts";
import {describedBy, readPublished} from "../../src/your-schools/describe.ts";
import type {PackedMeasure, PackedPhase} from "../../src/your-schools/files.ts";
import {unpackAscending} from "../../src/your-schools/pack.ts";
import {readPart} from "../../pipelines/files/read-part.ts";
import {sampleRelease} from "../support/sample-release.ts";

test(
  "what is said of a body’s schools is what a page makes of the figures that it fetches",
  {timeout: 900_000},
  async () => {
    const release = await sampleRelease();
    const shards = await readdir(join(release, "partnership"));
    const notes = shards.flatMap((shard) =>
      Object.values(readPart<Record<string, PartnershipFile>>(join(release, "partnership", shard)))
    );
    const open = <T>(name: string) => readPart<T>(join(release, "your-schools", `${name}.json.gz`));
    let compared = 0;
    for (const {members, described} of notes.slice(0, 40)) {
      for (const {phase, newest} of described) {
        const {idSteps, measures} = open<PackedPhase>(phase);
        const ids = unpackAscending(idSteps);
        const rows = ids.flatMap((id, row) => (members.some(({school_id}) => school_id === id) ? [row] : []));
        const words = describedBy(phase)
          .filter((measure) => measures.includes(measure))
          .flatMap((measure) => {
            const published = readPublished(open<PackedMeasure>(`${phase}-${measure}`), ids.length, rows);
            return (published && describeNewest(published, rows, phase)) ?? [];
          });
        expect(newest).toEqual(words);
        compared += words.length;
      }
    }
    expect(compared).toBeGreaterThan(100);
  }
);
