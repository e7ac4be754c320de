import { enter } from "./entry.mjs";

enter("qa.ts");
