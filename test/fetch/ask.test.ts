import {describe, expect, test} from "vitest";
import {ask, type Answer} from "../../pipelines/fetch/ask.ts";
import type {Limits} from "../../pipelines/fetch/context.ts";
import {calmContext, TODAY} from "../support/publishers/calm-context.ts";
import {answers, breaksHalfway, drips, expectsMore, stalls} from "../support/publishers/faults.ts";
import type {Act} from "../support/publishers/faults.ts";
import {startPublishers} from "../support/publishers/server.ts";

const whole = Buffer.from("the whole answer");
const read = async ({body}: Answer): Promise<string> => body.text();

/** Asks a service that answers with `whole`, after these faults. */
async function askAfter(faults: readonly Act[], bounds: Partial<Limits> = {}) {
  const local = await startPublishers(({path}) => (path === "/govuk/a" ? {status: 200, body: whole} : null));
  local.faults.push(...faults.map((act) => ({path: /./, times: 1, act})));
  const context = calmContext(local, {spacing_ms: 0, ...bounds});
  const answer = ask({url: `${local.origin}/govuk/a`}, read, context);
  return {answer, context, local};
}

describe("ask(question, read)", () => {
  test.each([[429], [500], [502], [503], [504]])("tries again after %i", async (status) => {
    expect(await (await askAfter([answers(status)])).answer).toBe("the whole answer");
  });

  test.each([[400], [401], [403], [404], [410]])("never tries again after %i", async (status) => {
    const {answer, local} = await askAfter([answers(status)]);
    await expect(answer).rejects.toMatchObject({status, temporary: false});
    expect(local.asked).toHaveLength(1);
  });

  test("gives up after six tries, with waits that double", async () => {
    const {answer, context} = await askAfter(Array.from({length: 9}, () => answers(503)));
    await expect(answer).rejects.toMatchObject({status: 503});
    // No chance in this context: half of 1, 2, 4, 8 and 16 seconds.
    expect(context.slept).toEqual([500, 1000, 2000, 4000, 8000]);
  });

  test("waits the seconds that Retry-After says", async () => {
    const {answer, context} = await askAfter([answers(429, {"retry-after": "20"})]);
    await answer;
    expect(context.slept).toEqual([20_000]);
  });

  test("waits until the date that Retry-After says", async () => {
    const until = new Date(TODAY + 45_000).toUTCString();
    const {answer, context} = await askAfter([answers(503, {"retry-after": until})]);
    await answer;
    expect(context.slept).toEqual([45_000]);
  });

  test("leaves a publisher alone that asks for a rest of a day", async () => {
    const {answer, local} = await askAfter([answers(429, {"retry-after": "86400"})]);
    await expect(answer).rejects.toMatchObject({status: 429});
    expect(local.asked).toHaveLength(1);
  });

  test.each([
    ["breaks halfway", breaksHalfway],
    ["promises more than it sends", expectsMore]
  ])("tries again where the answer %s", async (_, act) => {
    expect(await (await askAfter([act])).answer).toBe("the whole answer");
  });

  test("tries again where the answer falls silent", async () => {
    expect(await (await askAfter([stalls], {silence_ms: 100})).answer).toBe("the whole answer");
  });

  test("tries again where the answer drips without end", async () => {
    expect(await (await askAfter([drips], {whole_ms: 150})).answer).toBe("the whole answer");
  });

  test("tries again where no answer begins", async () => {
    expect(await (await askAfter([() => undefined], {headers_ms: 100})).answer).toBe("the whole answer");
  });

  test("says that a host which does not answer at all may answer later", async () => {
    const local = await startPublishers();
    const context = calmContext(
      {publishers: {...local.publishers, hosts: ["127.0.0.1:9"], without_https: ["http://127.0.0.1:9"]}},
      {tries: 2}
    );
    await expect(ask({url: "http://127.0.0.1:9/a"}, read, context)).rejects.toMatchObject({
      status: null,
      temporary: true
    });
  });

  test("follows a redirect to a publisher’s host", async () => {
    expect(await (await askAfter([answers(302, {location: "/govuk/a"})])).answer).toBe("the whole answer");
  });

  test.each([
    ["another host", "https://example.org/a", "no publisher’s"],
    ["http elsewhere", "http://example.org/a", "no publisher’s"],
    ["the disk", "file:///etc/hostname", "no publisher’s"]
  ])("refuses a redirect to %s, and asks nothing there", async (_, location, problem) => {
    const {answer, local} = await askAfter([answers(302, {location})]);
    await expect(answer).rejects.toThrow(problem);
    expect(local.asked).toHaveLength(1);
  });

  test("refuses http, also to a publisher’s own host", async () => {
    const {local} = await askAfter([]);
    const strict = {...local.publishers, without_https: []};
    await expect(ask({url: `${local.origin}/govuk/a`}, read, calmContext({publishers: strict}))).rejects.toThrow(
      "not https"
    );
  });

  test("refuses to go round in circles", async () => {
    const {answer} = await askAfter(Array.from({length: 9}, () => answers(301, {location: "/govuk/a"})));
    await expect(answer).rejects.toThrow("more than 5 redirects");
  });

  test("has at most two requests to a host open at once", async () => {
    const local = await startPublishers(() => ({status: 200, body: whole}));
    const context = calmContext(local, {spacing_ms: 0});
    await Promise.all(Array.from({length: 12}, () => ask({url: `${local.origin}/a`}, read, context)));
    expect(local.open.most).toBeLessThanOrEqual(2);
  });

  test("looks like a browser, and says who it is", async () => {
    const {answer, local} = await askAfter([]);
    await answer;
    expect(local.asked[0].headers["user-agent"]).toMatch(/^Mozilla\/5\.0 .*school-partnerships\/0\.0\.0/);
  });
});
