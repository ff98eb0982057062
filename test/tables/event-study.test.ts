import {mkdtemp, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readEventStudy} from "../../pipelines/tables/event-study.ts";

async function files(beta: string, sigma: string): Promise<{beta: string; sigma: string}> {
  const folder = await mkdtemp(join(tmpdir(), "event-study-"));
  const paths = {beta: join(folder, "beta.csv"), sigma: join(folder, "sigma.csv")};
  await writeFile(paths.beta, beta);
  await writeFile(paths.sigma, sigma);
  return paths;
}

const sigma = "4,1,0\n1,5,2\n0,2,6\n";
const beta = "e,beta\n-2,0.1\n0,1\n1,2\n";
const read = async (b: string, s: string, more: {pre?: number; post?: string} = {}) =>
  readEventStudy({...(await files(b, s)), pre: 1, post: "1", ...more});

describe("readEventStudy(files)", () => {
  it("reads coefficients, their covariance and the effect asked for", async () => {
    const study = await read(beta, sigma, {post: "mean"});
    expect(study).toEqual({
      beta: Float64Array.of(0.1, 1, 2),
      sigma: Float64Array.of(4, 1, 0, 1, 5, 2, 0, 2, 6),
      pre: 1,
      target: Float64Array.of(0.5, 0.5)
    });
    expect((await read("k,time,betahat\n1,2010,0.1\n2,2012,1\n3,2013,2\n", sigma, {post: "2"})).target).toEqual(
      Float64Array.of(0, 1)
    );
  });

  it("refuses a covariance of another size, with a word, or that is not symmetric, and says where", async () => {
    await expect(read(beta, "4,1\n1,5\n")).rejects.toThrow("2 rows where");
    await expect(read(beta, "4,1,0\n1,5\n0,2,6\n")).rejects.toThrow("row 2: 2 cells");
    await expect(read(beta, "4,1,0\n1,five,2\n0,2,6\n")).rejects.toThrow("row 2, column 2: “five” is not a number");
    await expect(read(beta, "4,1,0\n1,5,2\n0,3,6\n")).rejects.toThrow("row 3, column 2: 3, but 2 across");
  });

  it("refuses a reference that was not left out", async () => {
    await expect(read(beta, "4,1,0\n1,0,2\n0,2,6\n")).rejects.toThrow("a variance of 0");
    await expect(read("e,beta\n-2,0.1\n-1,0\n0,2\n", sigma)).rejects.toThrow("event time -1 after -2");
  });

  it("refuses event times called k, and years, that are out of order, with a gap, or not as many before as is said", async () => {
    const refused: [string, string, number?][] = [
      ["k,betahat\n1,2\n0,1\n-2,0.1\n", "column k: event time 0 after 1"],
      ["k,betahat\n-4,2\n-1,1\n0,0.1\n", "column k: event time -1 after -4"],
      ["k,betahat\n-3,2\n-2,1\n0,0.1\n", "column k: event time -2 after -3, with 1 before"],
      ["k,time,betahat\n1,2010,0.1\n2,2011,1\n3,2013,2\n", "column time: time 2011 after 2010, with 1 before"]
    ];
    for (const [text, message] of refused) await expect(read(text, sigma)).rejects.toThrow(message);
    expect((await read("k,time,betahat\n1,1,0.1\n2,2,1\n3,3,2\n", sigma)).pre).toBe(1);
  });

  it("refuses counts and effects that the file does not have", async () => {
    await expect(read(beta, sigma, {pre: 3})).rejects.toThrow("has 3 coefficients");
    await expect(read(beta, sigma, {post: "3"})).rejects.toThrow("there are 2 later effects");
  });
});
