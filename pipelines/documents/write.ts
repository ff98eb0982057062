import {writeFile} from "node:fs/promises";
import {commands} from "../commands/index.ts";
import {beside} from "../warehouse.ts";
import {commandsPage} from "./commands-page.ts";

await writeFile(beside("../docs/commands.md"), commandsPage(commands));
