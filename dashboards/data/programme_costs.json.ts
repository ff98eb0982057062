import {printPageFile} from "./page-files.ts";

await printPageFile("programme_costs");
