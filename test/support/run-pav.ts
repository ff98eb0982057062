import {execFile} from "node:child_process";

export interface Answer {
  code: number;
  stdout: string;
  stderr: string;
}

/** What the command line answers. */
export const runPav = (...args: string[]): Promise<Answer> =>
  new Promise((resolve) =>
    execFile(process.execPath, ["pipelines/pav.js", ...args], (error, stdout, stderr) =>
      resolve({code: error ? Number(error.code) : 0, stdout, stderr})
    )
  );
