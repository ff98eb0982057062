import {createServer} from "node:http";
import {describe, expect, test, vi} from "vitest";
import {fetchAndReport} from "../../pipelines/commands/run-fetch.ts";
import {UserError} from "../../src/library/errors.ts";
import establishments from "../../pipelines/sources/gias_establishments/source.ts";
import ks4 from "../../pipelines/sources/ks4_performance/source.ts";
import {ks4File, ks4Row, lines} from "../support/published-files.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {
  answers,
  answersWithPage,
  breaksHalfway,
  expectsLess,
  expectsMore,
  stalls,
  type Act
} from "../support/publishers/faults.ts";
import {groundFor} from "../support/publishers/fetch-run.ts";
import {register} from "../support/publishers/files.ts";
import {performanceTables, type Tables} from "../support/publishers/performance-tables.ts";
import {listen, startPublishers} from "../support/publishers/server.ts";

const schools = Buffer.from(
  lines(
    "URN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentStatus (name),Postcode,SchoolCapacity",
    "900001,901,4001,Ash School,Open,AA1 1AA,900"
  )
);
const final = {name: "england_ks4final.csv", bytes: Buffer.from(ks4File(ks4Row(900001), ks4Row(900002)))};
const tables: Tables = Object.fromEntries(
  ["2017-2018", "2018-2019", "2022-2023"].map((year) => [year, {ks4: final, Census: final}])
);

/** The performance tables on one host, the register on another, and what the command line would answer. */
async function fetchWith({
  tables: atTables,
  register: atRegister,
  lost
}: {
  tables?: Act;
  register?: Act;
  lost?: boolean;
}) {
  const [one, other] = await Promise.all([
    startPublishers(performanceTables(tables)),
    startPublishers(register({"edubasealldata20261120.csv": schools}))
  ]);
  if (atTables) one.faults.push({path: /./, times: 1000, act: atTables});
  if (atRegister) other.faults.push({path: /./, times: 1000, act: atRegister});
  const nobody = lost ? await closedPorts() : null;
  const publishers = {
    ...one.publishers,
    performance_tables: nobody ? `${nobody[0]}/a` : one.publishers.performance_tables,
    register: nobody ? `${nobody[1]}/b` : other.publishers.register,
    hosts: [...one.publishers.hosts, ...other.publishers.hosts, ...(nobody ?? []).map((at) => new URL(at).host)],
    without_https: [one.origin, other.origin, ...(nobody ?? [])]
  };
  const context = calmContext({publishers}, {tries: 2, silence_ms: 60, headers_ms: 200, whole_ms: 400});
  const {options} = await groundFor([establishments, ks4], context);
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const began = Date.now();
  const failure = await fetchAndReport({...options, years: {first: 2016, last: 2026}}, context).then(
    () => null,
    (thrown: unknown) => thrown
  );
  log.mockRestore();
  error.mockRestore();
  if (failure !== null && !(failure instanceof UserError)) throw failure;
  const said = printed.join("\n");
  return {
    code: failure === null ? 0 : 1,
    failure,
    said,
    seconds: (Date.now() - began) / 1000,
    asked: {tables: one.asked.length, register: other.asked.length}
  };
}

/** Two addresses behind which nothing listens. */
async function closedPorts(): Promise<string[]> {
  const servers = [createServer(), createServer()];
  const origins = await Promise.all(servers.map((server) => listen(server)));
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return origins;
}

describe("pav fetch", () => {
  test("with nothing wrong ends with 0; a year that is not out is no fault", async () => {
    const {code, said} = await fetchWith({});
    expect(code).toBe(0);
    expect(said).toMatch(/not published yet:\n {2}2025\/26: ks4_performance/);
    expect(said).toContain("next: npm run pav -- pipeline");
  });

  test("a refusal stops that host for the run: two requests at once were under way, and none came after", async () => {
    const {code, said, asked} = await fetchWith({tables: answers(403)});
    expect(code).toBe(0);
    expect(asked.tables).toBeLessThanOrEqual(2);
    expect(said.match(/then “Download data”/g)).toHaveLength(1);
    expect(said).toMatch(/“Download data”: 2015\/16, 2016\/17, 2017\/18/);
  });

  test("no connection at all ends it in seconds, with 1", async () => {
    const {code, failure, seconds} = await fetchWith({lost: true});
    expect([code, (failure as UserError).name]).toEqual([1, "NoConnectionError"]);
    expect(seconds).toBeLessThan(5);
  });

  test.each<[string, Act]>([
    ["answers 404", answers(404)],
    ["answers 429", answers(429)],
    ["answers 500", answers(500)],
    ["answers 503", answers(503)],
    ["sends a page", answersWithPage],
    ["breaks halfway", breaksHalfway],
    ["stalls", stalls],
    ["promises more than it sends", expectsMore],
    ["sends less than there is", expectsLess],
    ["sends nothing", answers(200)],
    ["leads elsewhere", answers(302, {location: "https://example.org/a"})]
  ])("where the performance tables’ host %s, the rest comes and the end is 0", async (_, act) => {
    const {code, said} = await fetchWith({tables: act});
    expect(code).toBe(0);
    expect(said).toContain("gias_establishments/edubasealldata20261120.csv");
    expect(said).toMatch(/did not come/);
    expect(said).not.toMatch(/\\[dw.]|\(\?:|\.\*/);
  });

  test("without the register it ends with 1, and says which button to press", async () => {
    const {code, failure, said} = await fetchWith({register: answers(500)});
    expect([code, (failure as UserError).message]).toEqual([1, "gias_establishments did not come"]);
    expect(said).toContain("tick “Establishment fields CSV”");
  });

  test("a refusal of today’s extract is asked of yesterday once, and no day more", async () => {
    const {asked} = await fetchWith({register: answers(403)});
    expect(asked.register).toBe(2);
  });
});
