import { enter } from "./entry.mjs";

enter("bench.ts");
