import {createServer} from "node:http";
import {connect} from "node:net";
import {describe, expect, test} from "vitest";
import {ask} from "../../pipelines/fetch/ask.ts";
import {dispatcherFor} from "../../pipelines/fetch/default-context.ts";
import {calmContext} from "../support/publishers/calm-context.ts";
import {listen, startPublishers} from "../support/publishers/server.ts";

/** A proxy that passes on what it is asked to, and the hosts it was asked for. */
async function startProxy() {
  const asked: string[] = [];
  const server = createServer();
  server.on("connect", (request, client, head) => {
    const [host, port] = request.url!.split(":");
    asked.push(request.url!);
    const target = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.write(head);
      target.pipe(client);
      client.pipe(target);
    });
    target.on("error", () => client.destroy());
    client.on("error", () => target.destroy());
  });
  return {origin: await listen(server), asked};
}

async function askWith(environment: (proxy: string) => Record<string, string>) {
  const proxy = await startProxy();
  const local = await startPublishers(() => ({status: 200, body: "yes"}));
  const dispatcher = dispatcherFor(environment(proxy.origin));
  const context = {...calmContext(local), dispatcher};
  const answer = await ask({url: `${local.origin}/a`}, ({body}) => body.text(), context);
  await dispatcher.destroy();
  return {answer, through: proxy.asked, host: new URL(local.origin).host};
}

describe("a proxy in the environment", () => {
  test.each([["HTTP_PROXY"], ["http_proxy"]])("passes on the requests, named by %s", async (name) => {
    const {answer, through, host} = await askWith((proxy) => ({[name]: proxy}));
    expect([answer, through]).toEqual(["yes", [host]]);
  });

  test("is passed by for the hosts of NO_PROXY", async () => {
    const {answer, through} = await askWith((proxy) => ({HTTP_PROXY: proxy, NO_PROXY: "127.0.0.1"}));
    expect([answer, through]).toEqual(["yes", []]);
  });

  test("for https alone is passed by for http", async () => {
    const {answer, through} = await askWith((proxy) => ({HTTPS_PROXY: proxy}));
    expect([answer, through]).toEqual(["yes", []]);
  });

  test("is none where the environment names none", async () => {
    const {answer, through} = await askWith(() => ({}));
    expect([answer, through]).toEqual(["yes", []]);
  });
});
