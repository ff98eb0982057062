import {execFile} from "node:child_process";
import {readFile} from "node:fs/promises";
import {promisify} from "node:util";

/**
 * When a process of this machine began, in the machine’s own way of saying it; null if there is none. Two processes
 * that had one number after another differ in it.
 */
export async function findStart(pid: number): Promise<string | null> {
  if (!isRunning(pid)) return null;
  if (process.platform === "linux") return startOnLinux(pid);
  if (process.platform === "win32") return "unknown";
  const {stdout} = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)], {
    env: {...process.env, LC_ALL: "C", TZ: "UTC"}
  }).catch(() => ({stdout: ""}));
  return stdout.trim() || null;
}

async function startOnLinux(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold anything; the 20th field after it is the start.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    return `${fields[19]} after ${boot.trim()}`;
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
