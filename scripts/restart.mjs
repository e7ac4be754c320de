import { enter } from "./entry.mjs";

enter("restart.ts");
