import {register} from "tsx/esm/api";

register();
export const {estimatePool} = await import("./estimate-pool.ts");
