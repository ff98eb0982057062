/** What can be written as a constant of a program in another language. */
export type Literal = number | string | readonly number[] | readonly string[] | {readonly [name: string]: Literal};

/** `name <- list(…)`, a line an entry. */
export const toR = (name: string, constants: Readonly<Record<string, Literal>>): string =>
  `${name} <- list(\n${Object.entries(constants)
    .map(([key, value]) => `  ${key} = ${inR(value)}`)
    .join(",\n")}\n)`;

function inR(value: Literal): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (isList(value)) return `c(${value.map(inR).join(", ")})`;
  return `list(${Object.entries(value)
    .map(([key, own]) => `${key} = ${inR(own)}`)
    .join(", ")})`;
}

const isList = (value: Literal): value is readonly number[] | readonly string[] => Array.isArray(value);

/** `NAME = {…}`, a line an entry. */
export const toPython = (name: string, constants: Readonly<Record<string, Literal>>): string =>
  `${name} = {\n${Object.entries(constants)
    .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)},`)
    .join("\n")}\n}`;
