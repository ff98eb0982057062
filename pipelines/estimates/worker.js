import {load} from "../load.js";

export const {estimatePool} = await load("pipelines/estimates/estimate-pool.ts");
