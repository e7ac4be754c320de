import { enter } from "./entry.mjs";

enter("rewrap.ts");
