import {register} from "tsx/esm/api";

register();
const {default: estimateRole} = await import("./worker.ts");

export default estimateRole;
