import {load} from "../load.js";

export const {estimatePool, estimateSpread, findSimilar} = await load("pipelines/estimates/works.ts");
