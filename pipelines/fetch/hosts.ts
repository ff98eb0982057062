import {UserError} from "../../src/library/errors.ts";
import type {Context} from "./context.ts";
import {PublisherError} from "./publisher-error.ts";

/** The code of a PublisherError for a host that refuses us, and gives no reason. */
export const REFUSED = "refused";

/** The code of a PublisherError where nobody was reached. */
export const NO_CONNECTION = "no_connection";

/** No host answers: the network is at fault, not a publisher. */
export class NoConnectionError extends UserError {
  override name = "NoConnectionError";

  constructor(hosts: readonly string[]) {
    super(`no connection: ${hosts.join(" and ")} cannot be reached`, {
      fix: "look whether this machine is online; where a proxy is needed, name it in HTTPS_PROXY; then run the same command again"
    });
  }
}

/** How often a host that never answered is tried: more would only keep a person waiting. */
const MOST_UNREACHED = 2;

/** What a run has learnt of the hosts it asked. */
export interface Hosts {
  answered(host: string): void;
  /** Learns from an error; a refusal that is about one address alone is forgiven. */
  note(host: string, error: PublisherError, {forgive}: {forgive: boolean}): void;
  /** Throws a PublisherError for a host that refused us or was never reached, a NoConnectionError if none was reached. */
  refuseIfLost(host: string): void;
}

const known = new WeakMap<Context, Hosts>();

/** What is known of the hosts in the run that a context is of. */
export function openHosts(context: Context): Hosts {
  const hosts = known.get(context) ?? makeHosts();
  known.set(context, hosts);
  return hosts;
}

function makeHosts(): Hosts {
  const reached = new Set<string>();
  const refusing = new Set<string>();
  const unreached = new Map<string, number>();
  return {
    answered: (host) => reached.add(host),
    note(host, {codes}, {forgive}) {
      if (codes.includes(REFUSED) && !forgive) refusing.add(host);
      if (codes.includes(NO_CONNECTION) && !reached.has(host)) unreached.set(host, (unreached.get(host) ?? 0) + 1);
    },
    refuseIfLost(host) {
      const lost = [...unreached].filter(([, times]) => times >= MOST_UNREACHED).map(([name]) => name);
      if (reached.size === 0 && lost.length >= 2) throw new NoConnectionError(lost.slice(0, 2));
      if (lost.includes(host) && !reached.has(host)) {
        throw new PublisherError(`${host} cannot be reached`, {
          fix: "run the same command again later: what came is kept"
        });
      }
      if (refusing.has(host)) {
        throw new PublisherError(`${host} refused an earlier request, and was not asked again in this run`, {
          status: 403
        });
      }
    }
  };
}
