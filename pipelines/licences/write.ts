import {readFile, writeFile} from "node:fs/promises";
import {beside} from "../warehouse.ts";
import {licencesText, licensedPackages, type LockedPackage} from "./packages.ts";

const {packages} = JSON.parse(await readFile(beside("../package-lock.json"), "utf8")) as {
  packages: Record<string, LockedPackage>;
};
await writeFile(beside("../LICENCES.md"), licencesText(licensedPackages(packages)));
