import {existsSync} from "node:fs";
import {join} from "node:path";

/** Marks a folder of synthetic files. */
export const SYNTHETIC = "INVENTED.txt";

/** The folder next to it that says what was planted: for tests, and never opened by the pipeline. */
export const TRUTH = "truth";

export const hasTruth = (folder: string): boolean =>
  existsSync(join(folder, SYNTHETIC)) && existsSync(join(folder, TRUTH));
