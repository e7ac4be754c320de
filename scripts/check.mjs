import { enter } from "./entry.mjs";

enter("check.ts");
