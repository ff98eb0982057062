import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";
import {expect, test} from "vitest";
import {sendHostile} from "../../pipelines/validation/faults/requests.ts";
import {serveSite} from "../../pipelines/site/serve.ts";
import {emptyFolder} from "../support/published-files.ts";

/** Bytes that are held once garbage is collected, lines that were closed too: what a process has besides depends on what it ran before. */
async function countHeldBytes(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let i = 0; i < 5; i++) {
    collect();
    await setTimeout(50);
  }
  const {heapUsed, external} = process.memoryUsage();
  return heapUsed + external;
}

test("10,000 requests of all kinds, 200 at once, end neither the server nor its memory", async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, "release"));
  await writeFile(join(folder, "index.html"), "<html>front</html>");
  await writeFile(join(folder, "404.html"), "<html>lost</html>");
  await writeFile(join(folder, "release", "large.json"), Buffer.alloc(300_000, "1"));
  const served = await serveSite(folder, 0);
  try {
    const port = Number(new URL(served.url).port);
    const paths = ["/", "/index", "/release/large.json", "/nothing"];
    await sendHostile(port, {requests: 2000, paths});
    const before = await countHeldBytes();
    const {tried, statuses, hung} = await sendHostile(port, {requests: 10_000, seed: 0.42, paths});
    expect([tried, hung]).toEqual([10_000, 0]);
    expect([...statuses.keys()].filter((status) => status >= 500 && status !== 505)).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(1000);
    expect((await countHeldBytes()) - before).toBeLessThan(5e6);
    expect(await (await fetch(`${served.url}/`)).text()).toBe("<html>front</html>");
  } finally {
    await served.close();
  }
});
