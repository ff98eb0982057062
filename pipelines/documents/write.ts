import {writeFile} from "node:fs/promises";
import {commands} from "../commands/index.ts";
import {EMBEDDED, packSample} from "../synthetic-england/embedded.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import {commandsPage} from "./commands-page.ts";

await writeFile(resolveFromPipelines("../docs/commands.md"), commandsPage(commands));
await writeFile(EMBEDDED, packSample());
