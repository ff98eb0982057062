/** What pages look schools and partnerships up with: bundled whole by pipelines/site/prepare.ts. */
export {findShard} from "../release/shard.ts";
export {holdsWords, plainText} from "./plain-text.ts";
export {chooseFiles, GENERIC} from "./search-keys.ts";
export {findForm, solidText} from "./search-form.ts";
