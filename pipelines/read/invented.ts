import {existsSync} from "node:fs";
import {join} from "node:path";

/** Marks a folder of made-up files. */
export const INVENTED = "INVENTED.txt";

/** The folder beside it that says what was planted: for tests, and never opened by the pipeline. */
export const TRUTH = "truth";

export const hasTruth = (folder: string): boolean =>
  existsSync(join(folder, INVENTED)) && existsSync(join(folder, TRUTH));
