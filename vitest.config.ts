import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

/** Folders whose tests compute and touch nothing outside: their files share a process, which saves starting some two hundred. */
const computing = ["analysis", "dashboards", "library", "lists", "vocabulary", "words"].map(
  (folder) => `test/${folder}/**/*.test.ts`
);
/** Of their files those that pack, install or open a browser. */
const outside = ["test/library/package.test.ts", "test/library/**/in-a-browser.test.ts"];
const all = {testTimeout: 180_000, hookTimeout: 600_000};

export default defineConfig({
  // What package.json exports of this project itself, which Vite does not look up.
  resolve: {
    alias: {"school-partnerships/your-schools": fileURLToPath(new URL("src/your-schools/index.ts", import.meta.url))}
  },
  test: {
    maxWorkers: 2,
    projects: [
      {test: {...all, name: "pipelines and pages", include: ["test/**/*.test.ts"], exclude: computing}},
      {test: {...all, name: "computing", include: computing, exclude: outside, isolate: false}},
      {test: {...all, name: "library as others have it", include: outside}}
    ]
  }
});
