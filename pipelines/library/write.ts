import {writeFile} from "node:fs/promises";
import {buildLibrary, rooms} from "./build.ts";
import {referencePage} from "./reference-page.ts";

await buildLibrary(process.cwd());
await writeFile("docs/library.md", await referencePage("dist-library", rooms));
