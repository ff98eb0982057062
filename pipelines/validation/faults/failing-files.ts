import {promises} from "node:fs";
import {syncBuiltinESMExports} from "node:module";

/** What is done to files and folders, by the names of node:fs/promises. */
export const fileOperations = [
  "copyFile",
  "cp",
  "link",
  "mkdir",
  "open",
  "readFile",
  "readdir",
  "rename",
  "rm",
  "stat",
  "writeFile"
] as const;
export type FileOperation = (typeof fileOperations)[number];

/** Operations that are counted, one of which fails. */
export interface Failing {
  /** How many there were so far, and what the failing one was asked to do. */
  readonly count: number;
  readonly failed: string | null;
  restore(): void;
}

/**
 * Makes the n-th file operation of this process fail once, from 0, as the system would with this code; null counts
 * only. A test or a campaign has to call `restore` when it is done. Work of DuckDB and of workers is not reached.
 */
export function failFileOperation(
  nth: number | null,
  {
    code = "EIO",
    only = fileOperations,
    about = () => true
  }: {code?: string; only?: readonly FileOperation[]; about?: (path: string) => boolean} = {}
): Failing {
  const before = {...promises};
  let count = 0;
  let failed: string | null = null;
  const set = promises as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of only) {
    const real = set[name];
    set[name] = async (...args) => {
      if (about(String(args[0]))) {
        const mine = count++;
        if (mine === nth) {
          failed = `${name} ${String(args[0])}`;
          throw Object.assign(new Error(`${code}: it failed on purpose, ${name} '${String(args[0])}'`), {
            code,
            syscall: name.toLowerCase(),
            path: String(args[0])
          });
        }
      }
      return real.apply(promises, args);
    };
  }
  syncBuiltinESMExports();
  return {
    get count() {
      return count;
    },
    get failed() {
      return failed;
    },
    restore() {
      Object.assign(promises, before);
      syncBuiltinESMExports();
    }
  };
}
