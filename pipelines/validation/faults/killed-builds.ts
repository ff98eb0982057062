import {readdir} from "node:fs/promises";
import {join} from "node:path";
import {hashFolder} from "./hash-folder.ts";
import {runChild} from "./run-child.ts";
import {isGoodMessage, makeTally, type Outcome, type Tally} from "./tally.ts";

/** Builds of a site take long, so of a campaign’s tries a share is enough. */
const SHARE = 0.4;

/**
 * Builds of the site of a whole release that are killed at times spread over the build: the site that stood there has
 * to stand, and the next build has to make the bytes of an undisturbed one, with nothing left over.
 */
export async function killedBuilds(
  {folder, from}: {folder: string; from: string},
  {tries, random}: {tries: number; random: () => number}
): Promise<Tally> {
  const tally = makeTally("a build of the site is killed at a random time");
  const sites = join(folder, "sites");
  const to = join(folder, "whole");
  await sound(runChild(["pipeline", "--from", from, "--to", to]));
  const site = join(sites, "dist");
  const args = ["build", "--release", join(to, "release"), "--output", site];
  const {seconds} = await sound(runChild(args));
  const undisturbed = await hashFolder(site);
  const count = Math.ceil(tries * SHARE);
  for (let i = 0; i < count; i++) {
    const killAfter = ((i + random()) / count) * seconds;
    tally.add(...(await judge(await runChild(args, {killAfter}), `killed after ${killAfter.toFixed(1)} s`)));
  }
  return tally;

  async function judge({code, stderr}: Awaited<ReturnType<typeof runChild>>, what: string): Promise<[Outcome, string]> {
    if (code === 1 && !isGoodMessage(stderr)) return ["bad_message", `${what}: ${stderr}`];
    if ((await hashFolder(site)) !== undisturbed) return ["lost", `${what}: another site stands`];
    const again = await runChild(args);
    if (again.blocked) return ["blocked", `${what}, then again`];
    if (again.code !== 0) return ["lost", `${what}, then again: ${again.stderr}`];
    if ((await hashFolder(site)) !== undisturbed) return ["silent_wrong", `${what}, then again`];
    const left = (await readdir(sites)).filter((name) => name !== "dist");
    return left.length ? ["lost", `${what}: ${left.join(", ")} stays`] : ["survived", what];
  }
}

async function sound(run: ReturnType<typeof runChild>): ReturnType<typeof runChild> {
  const ended = await run;
  if (ended.code !== 0) throw new Error(`an undisturbed run failed\n${ended.stderr}`);
  return ended;
}
