import { enter } from "./entry.mjs";

enter("jobs.ts");
