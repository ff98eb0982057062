import {afterAll} from "vitest";
import {closeAll} from "./support/at-end.ts";

afterAll(closeAll);
