import {readdir} from "node:fs/promises";
import type {Source} from "../src/published-files/source.ts";
import {resolveFromPipelines} from "./warehouse.ts";

/** Every published dataset: the folders beside it, in alphabetical order. */
export async function readSources(): Promise<Source[]> {
  const folders = (await readdir(resolveFromPipelines("sources"), {withFileTypes: true})).filter((entry) =>
    entry.isDirectory()
  );
  const modules = folders.map(({name}) => import(`./sources/${name}/source.ts`) as Promise<{default: Source}>);
  return (await Promise.all(modules)).map((module) => module.default).sort((a, b) => (a.id < b.id ? -1 : 1));
}
