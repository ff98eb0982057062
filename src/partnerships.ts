export {partnershipKinds, roleEvidence} from "./partnership-kinds/index.ts";
