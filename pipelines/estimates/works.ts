/** All that threads can do: what worker.js loads. */
export {estimatePool} from "./estimate-pool.ts";
export {estimateSpread} from "./spread.ts";
export {findSimilar} from "./similar.ts";
