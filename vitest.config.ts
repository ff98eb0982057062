import {readFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";
import {BaseSequencer, type TestSpecification} from "vitest/node";
import {NotChecked} from "./test/not-checked.ts";

/** Folders whose tests compute and touch nothing outside. */
const computing = ["analysis", "dashboards", "library", "lists", "vocabulary", "words"].map(
  (folder) => `test/${folder}/**/*.test.ts`
);
/** Of their files those that pack, install or open a browser. */
const outside = ["test/library/package.test.ts", "test/library/**/in-a-browser.test.ts"];
// Files share a process, which saves starting some four hundred: test/set-up.ts clears up after each.
const all = {testTimeout: 180_000, hookTimeout: 1_200_000, isolate: false, setupFiles: ["test/set-up.ts"]};
const withWarehouses = {...all, setupFiles: [...all.setupFiles, "test/set-up-warehouses.ts"]};

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const reads = ({moduleId}: TestSpecification, pattern: RegExp): boolean => pattern.test(readFileSync(moduleId, "utf8"));

/** Two minutes go by before the sample and its site are made: one file has them made at once, and all others that wait for them come last. */
class SampleLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const waiting = sorted.filter((file) => reads(file, /support\/(sample-release|built-site|open-site|truth)\.ts"/));
    const first = waiting.filter((file) => file.moduleId.endsWith("/site-plain-host.test.ts"));
    const others = sorted.filter((file) => !waiting.includes(file));
    return [...first, ...others, ...waiting.filter((file) => !first.includes(file))];
  }
}

/** What package.json exports of the project’s own sources, which Vite does not look up: name and file. */
function ownExports(): Record<string, string> {
  const {name, exports} = JSON.parse(readFileSync(path("package.json"), "utf8")) as {
    name: string;
    exports: Record<string, unknown>;
  };
  const parts = Object.entries(exports).filter((one): one is [string, string] => typeof one[1] === "string");
  return Object.fromEntries(parts.map(([part, to]) => [`${name}/${part.slice(2)}`, path(to)]));
}

export default defineConfig({
  resolve: {alias: ownExports()},
  test: {
    // One more than there are cores: a fifth of the time a file waits for a disk, a server or a page.
    maxWorkers: Math.min(4, availableParallelism() + 1),
    reporters: ["default", new NotChecked()],
    sequence: {sequencer: SampleLast},
    projects: [
      {
        extends: true,
        test: {...withWarehouses, name: "pipelines and pages", include: ["test/**/*.test.ts"], exclude: computing}
      },
      {extends: true, test: {...all, name: "computing", include: computing, exclude: outside}},
      {extends: true, test: {...all, name: "library as others have it", include: outside, isolate: true}}
    ]
  }
});
