import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {openAnswers} from "../../pipelines/cache/kept-answers.ts";

it("keeps what was made of the same inputs, and makes again what was made of others", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kept-"));
  try {
    const inputs = {values: Float64Array.of(1, 2), list: new Set(["a"])};
    const run = async (given: unknown) => {
      const kept = await openAnswers(folder);
      const {answer} = kept.take(given, async () => JSON.stringify("made"));
      const text = String(await (await answer)());
      return {text, ...(await kept.close())};
    };
    expect(await run(inputs)).toEqual({text: '"made"', made: 1, reused: 0});
    expect(await run({...inputs, values: Float64Array.of(1, 2)})).toEqual({text: '"made"', made: 0, reused: 1});
    expect(await run({...inputs, values: Float64Array.of(1, 3)})).toMatchObject({made: 1, reused: 0});
    expect(await run({...inputs, list: new Set(["b"])})).toMatchObject({made: 1, reused: 0});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});
