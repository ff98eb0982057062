/** The address of a partnership’s page; the file that holds it, where that is known, spares the page the index of all. */
export const partnershipAddress = ({id, shard}: {id: string; shard?: string}): string =>
  `./partnership?${new URLSearchParams({id, ...(shard === undefined ? {} : {in: shard})})}`;
