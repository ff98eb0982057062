import {readdirSync} from "node:fs";
import {join} from "node:path";
import {readPart} from "../../pipelines/files/read-part.ts";
import type {PartnershipFile} from "../../src/release/partnership-files.ts";

/** The files of every partnership of a release. */
export function readPartnershipFiles(release: string): PartnershipFile[] {
  const folder = join(release, "partnership");
  return readdirSync(folder).flatMap((name) =>
    Object.values(readPart<Record<string, PartnershipFile>>(join(folder, name)))
  );
}

/** The multi-academy trust of fewer than twenty schools with the most outcomes that have an effect. */
export function findBody(release: string): PartnershipFile {
  const effects = ({outcomes}: PartnershipFile) => outcomes.filter(({effect}) => effect !== null).length;
  const [first] = readPartnershipFiles(release)
    .filter(({members, partnership_type}) => partnership_type === "multi_academy_trust" && members.length < 20)
    .sort((a, b) => effects(b) - effects(a));
  return first;
}
