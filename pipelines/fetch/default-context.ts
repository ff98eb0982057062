import {setTimeout} from "node:timers/promises";
import {EnvHttpProxyAgent} from "undici";
import {packageVersion} from "../version.ts";
import {publishers} from "./publishers.ts";
import {limits, type Context} from "./context.ts";

/** The variables that name a proxy, in capitals or not, as other programs read them. */
type Environment = Record<string, string | undefined>;

/** Requests through the proxy that HTTPS_PROXY or HTTP_PROXY names, except to the hosts of NO_PROXY. */
export function dispatcherFor(environment: Environment): EnvHttpProxyAgent {
  const of = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? "";
  return new EnvHttpProxyAgent({
    httpProxy: of("HTTP_PROXY"),
    httpsProxy: of("HTTPS_PROXY"),
    noProxy: of("NO_PROXY")
  });
}

/** The context of a real run: the publishers, the clock, chance. */
export async function defaultContext(environment: Environment): Promise<Context> {
  return {
    publishers,
    limits,
    user_agent: userAgent(await packageVersion()),
    dispatcher: dispatcherFor(environment),
    now: () => Date.now(),
    sleep: (ms) => setTimeout(ms),
    random: () => Math.random()
  };
}

/** Performance tables answer browsers only; the last words say who we are. */
export const userAgent = (version: string): string =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 school-partnerships/${version} (pav fetch; reads published school data)`;
