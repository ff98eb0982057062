import {lightColumns} from "../../src/release/light-columns.ts";
import type {PartnershipIndex, PartnershipRow} from "../../src/release/partnership-files.ts";
import {readRelease} from "./read-release.ts";

const {columns, shards} = JSON.parse(await readRelease("partnerships")) as PartnershipIndex;

process.stdout.write(JSON.stringify({shards, columns: lightColumns<PartnershipRow>(columns)}));
