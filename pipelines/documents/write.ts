import {writeFile} from "node:fs/promises";
import {commands} from "../commands/index.ts";
import {resolveFromPipelines} from "../warehouse.ts";
import {commandsPage} from "./commands-page.ts";

await writeFile(resolveFromPipelines("../docs/commands.md"), commandsPage(commands));
