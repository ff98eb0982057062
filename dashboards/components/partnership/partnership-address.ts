interface Addressed {
  id: string;
  shard?: string | null;
}

const name = ({id, shard = null}: Addressed): string =>
  new URLSearchParams({id, ...(shard === null ? {} : {in: shard})}).toString();

/** The address of a partnership’s page; the file that holds it, where that is known, spares the page the index of all. */
export const partnershipAddress = (partnership: Addressed): string => `./partnership?${name(partnership)}`;

/** The same of its evidence pack. */
export const packAddress = (partnership: Addressed): string => `./pack?${name(partnership)}`;
