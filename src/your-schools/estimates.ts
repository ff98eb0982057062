/** What estimates a list in the browser, the heaviest of it: a page fetches it once it estimates, and not to describe alone. */
export {standAmong} from "../analysis/stand-among.ts";
export {nameDonorPool} from "../vocabulary/partnership-types/donor-pool.ts";
export {prepareEstimates} from "./estimate.ts";
export {openPool, openStudy} from "./unpack.ts";
