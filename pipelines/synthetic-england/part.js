import {load} from "../load.js";

await load("pipelines/synthetic-england/part.ts");
