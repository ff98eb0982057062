import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";

/** The licences and notices of the packages that some files are of, each as its makers wrote it; the same text once. */
export async function bundledLicences(files: readonly string[], root: string): Promise<string> {
  const packages = [...new Set(files.flatMap((file) => findPackage(file) ?? []))].sort();
  const texts = new Map<string, string[]>();
  for (const name of packages) {
    const folder = join(root, "node_modules", name);
    const legal = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
    if (!legal.length) throw new Error(`${name} comes without a licence, so it cannot be built in`);
    const parts = await Promise.all(legal.map((file) => readFile(join(folder, file), "utf8")));
    const text = parts.map((part) => part.trim()).join("\n\n");
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  return [...texts].map(([text, names]) => `${names.join(", ")}\n\n${text}\n`).join(`\n${"-".repeat(80)}\n\n`);
}

/** The package a file is of, innermost; null for a file of the project. */
function findPackage(file: string): string | null {
  const [, path] = /^(?:.*?)node_modules\/(.*)$/.exec(file) ?? [];
  if (path === undefined) return null;
  const [, name] = /^((?:@[^/]+\/)?[^/]+(?:\/node_modules\/(?:@[^/]+\/)?[^/]+)*)/.exec(path) ?? [];
  return name ?? null;
}
