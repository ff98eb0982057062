import {printPageFile} from "./page-files.ts";

await printPageFile("methods");
