/** What a campaign is made of, by the names that `only` takes. */
export const families = [
  "disk",
  "kill",
  "first",
  "EIO",
  "ENOSPC",
  "EMFILE",
  "EACCES",
  "place",
  "node",
  "build",
  "requests"
] as const;
export type Family = (typeof families)[number];
