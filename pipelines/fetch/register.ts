import type {Origin} from "../../src/published-files/origin.ts";
import type {Source} from "../../src/published-files/source.ts";
import type {LockedFile} from "./lock.ts";
import type {FileDownload} from "./downloads.ts";
import type {Context} from "./context.ts";

/** The register keeps a month of daily extracts. */
const DAYS = 30;
const DAY = 86_400_000;

/**
 * The newest extract of the register: today's, or yesterday's, and so on for
 * thirty days, or until one that is held already. Extracts of other days stay:
 * the publisher throws them away.
 */
export function registerDownload(
  source: Source,
  {name}: Extract<Origin, {service: "register"}>,
  held: readonly LockedFile[],
  {now, publishers}: Pick<Context, "now" | "publishers">
): FileDownload {
  const series = `${source.id} ${name} `;
  const places = Array.from({length: DAYS + 1}, (_, back) => {
    const date = new Date(now() - back * DAY).toISOString().slice(0, 10);
    const file = `${name}${date.replaceAll("-", "")}.csv`;
    return {url: `${publishers.register}/${file}`, path: `${source.id}/${file}`, slot: `${series}${date}`};
  });
  const last = places.findIndex(({path}) => held.some((file) => file.path === path));
  return {
    kind: "file",
    what: `${source.id}: ${name}`,
    sources: [source],
    slot: series,
    places_are: "days",
    places: last < 0 ? places : places.slice(0, last + 1),
    unchanging: true,
    series,
    provenance: {}
  };
}
