import {expect, test} from "vitest";
import {findFolder} from "./published-files.ts";
import {serve} from "./serve.ts";

test("a server closes though nobody reads an answer to its end", async () => {
  const served = await serve(await findFolder({"long.txt": "x".repeat(20_000_000)}));
  const {status} = await fetch(`${served.url}/long.txt`);
  expect(status).toBe(200);
  await served.close();
});
