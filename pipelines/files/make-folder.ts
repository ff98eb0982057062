import {mkdir} from "node:fs/promises";
import {dirname} from "node:path";

/**
 * Makes a folder and those above it that are not there. Throws where that cannot be: `mkdir` with `recursive` asks
 * again without end in a place that says of every new folder that there is none above it.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== "EEXIST") throw again;
    });
  }
}
