import {readFile, writeFile} from "node:fs/promises";
import {resolveFromPipelines} from "../warehouse.ts";
import {licencesText, licensedPackages, type LockedPackage} from "./packages.ts";

const {packages} = JSON.parse(await readFile(resolveFromPipelines("../package-lock.json"), "utf8")) as {
  packages: Record<string, LockedPackage>;
};
await writeFile(resolveFromPipelines("../LICENCES.md"), licencesText(licensedPackages(packages)));
