import {createHash} from "node:crypto";
import {mkdir, mkdtemp, rm, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {UserError} from "../../src/library/errors.ts";
import type {PlacedInTime} from "../../src/published-files/placed-in-time.ts";
import type {Source} from "../../src/published-files/source.ts";
import {readFolderFiles} from "../read/read-folder.ts";
import type {FilesRead} from "../read/published-file.ts";
import {staysBelow} from "./lock.ts";
import {PublisherError} from "./publisher-error.ts";

/** A file that came, and what it should be: one of these. */
export interface Unvalidated {
  path: string;
  expected: readonly Source[];
  bytes: Buffer;
}

/** A file that the pipeline would take as what it should be. */
export interface Validated extends PlacedInTime {
  /** Below the folder of raw files; its first part is the source’s. */
  path: string;
  source: Source;
  bytes: Buffer;
  sha256: string;
  /** Where it waits, complete, on the same disk as its place. */
  staged: string;
}

/**
 * Puts files into a folder laid out as the raw one is to be, reads them as the
 * pipeline would, and says what each is and when. The folder is the caller's to
 * remove.
 *
 * Throws a PublisherError for a path that leads outside, and for a file whose
 * header is not known, or is another dataset's; and what the pipeline throws
 * for one it cannot read.
 */
export async function validate(
  files: readonly Unvalidated[],
  unfinished: string,
  {sources, to}: {sources: readonly Source[]; to: string}
): Promise<{folder: string; files: Validated[]}> {
  const outside = files.find(({path}) => !staysBelow(path));
  if (outside) throw new PublisherError(`the publisher names a file ${outside.path}, which leads outside the folder`);
  const folder = await mkdtemp(join(unfinished, "staged-"));
  const root = join(folder, basename(to));
  try {
    for (const {path, bytes} of files) {
      await mkdir(dirname(join(root, path)), {recursive: true});
      await writeFile(join(root, path), bytes);
    }
    const intake = await readFolderFiles(root, sources, {work: join(folder, "work"), said: {}}).catch(
      (error: unknown) => {
        throw asRefusal(error, files);
      }
    );
    return {folder, files: files.map((file) => validated(file, intake, root))};
  } catch (error) {
    await rm(folder, {recursive: true, force: true});
    throw error;
  }
}

function validated(file: Unvalidated, intake: FilesRead, root: string): Validated {
  const {path, expected, bytes} = file;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = intake.files.find(({file: at}) => at === path || at.startsWith(`${path} ›`));
  const fix = "the publisher has changed the file, or sent another: compare its first row with the source’s descriptor";
  if (!known) {
    const left = intake.left.find(({place}) => place.file === path);
    const why = left?.message ?? intake.unknown.find((f) => f.file === path)?.why ?? "nothing in it is known";
    throw new PublisherError(`${path} is not known: ${why}`, {fix});
  }
  const {source, year, stage, snapshot} = known;
  if (!expected.some(({id}) => id === source.id)) {
    throw new PublisherError(`${path} is ${source.id}, not ${expected.map(({id}) => id).join(" or ")}`, {fix});
  }
  const own = [source.id, ...path.split("/").slice(1)].join("/");
  return {path: own, source, bytes, year, stage, snapshot, sha256, staged: join(root, path)};
}

/** The pipeline says of an unknown file alone in a folder that nothing there is known: say which, and what to do here. */
function asRefusal(error: unknown, files: readonly Unvalidated[]): unknown {
  if (!(error instanceof UserError) || !/^no published file that is known/.test(error.message)) return error;
  const paths = files.map(({path}) => path).join(", ");
  return new PublisherError(`${paths}: no dataset has such a header`, {
    cause: error,
    fix: "the publisher has changed the file, or sent another: compare its first row with the source’s descriptor"
  });
}
