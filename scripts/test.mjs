import { enter } from "./entry.mjs";

enter("test.ts");
