import {purposes} from "./purposes.ts";

/** A package as package-lock.json has it. */
export interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
}

/** A package that is installed, by name and version, with its licence as its maker states it. */
export interface LicensedPackage {
  name: string;
  version: string;
  licence: string;
  /** Whether only work on the project needs it, not its use. */
  development: boolean;
}

/** Every package of a lock once, in the order of names; “not stated” where its maker states none. */
export function licensedPackages(packages: Readonly<Record<string, LockedPackage>>): LicensedPackage[] {
  const found = new Map<string, LicensedPackage>();
  for (const [path, {version = "", license, dev = false}] of Object.entries(packages)) {
    const name = path.split("node_modules/").at(-1);
    if (!name) continue;
    const key = `${name} ${version}`;
    const development = dev && (found.get(key)?.development ?? true);
    found.set(key, {name, version, licence: license ?? "not stated", development});
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The text of LICENCES.md. */
export function licencesText(all: readonly LicensedPackage[]): string {
  const section = (title: string, some: readonly LicensedPackage[]) =>
    `## ${title}\n\n${some.map(({name, version, licence}) => `- ${name} ${version}: ${licence}`).join("\n")}\n`;
  return `# Licences

Packages of others that this project installs, as package-lock.json has them. Made by \`npm run licences\`; a test holds it to the lock. No script of a package is run when it is installed, and none is needed (\`.npmrc\`).

## What each is for

${Object.entries(purposes)
  .map(([name, purpose]) => `- ${name}: ${purpose}`)
  .join("\n")}

The others are what these need themselves.

${section(
  "Needed to use it",
  all.filter(({development}) => !development)
)}
${section(
  "Needed to work on it",
  all.filter(({development}) => development)
)}`;
}
