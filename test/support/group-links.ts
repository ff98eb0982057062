import {makeWarehouse} from "./make-warehouse.ts";
import {lines, type Files} from "./published-files.ts";

/** A school in a group, by default in a multi-academy trust. */
export interface Link {
  urn: number;
  group?: number;
  name?: string;
  peers?: string;
  closed?: string;
  partnership_type?: string;
  joined?: string;
  type?: string;
}

/** An extract of group links, of the day given. */
export const writeLinks = (day: string, ...links: Link[]): Files => ({
  [`alllinksdata${day}.csv`]: lines(
    "URN,Group UID,Group ID,Group Name,Companies House Number,Group Type,Closed Date,Group Status,Joined date,EstablishmentName,TypeOfEstablishment (name)",
    ...links.map(
      ({
        urn,
        group = 7001,
        name = `Trust ${group}`,
        peers = "",
        partnership_type = "Multi-academy trust",
        closed = "",
        joined = "",
        type = "Community school"
      }) =>
        `${urn},${group},TR0${group},${name},${peers},${partnership_type},${closed},${closed ? "Closed" : "Open"},${joined},School ${urn},${type}`
    )
  )
});

/** Every membership that these files make. */
export const memberships = async (files: Files) => {
  const query = await makeWarehouse(files, "membership");
  return query<Record<string, unknown>>(
    `select school_id, partnership_type, partnership, partnership_name, joined::varchar as joined, joined_precision,
       sponsor_led, sponsor, moved_from, ended_because, no_date, left_on::varchar as left_on, left_after::varchar as left_after, left_before::varchar as left_before,
       cohort::integer as cohort, source
     from membership order by partnership_type, school_id, joined, partnership`
  );
};
