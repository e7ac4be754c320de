import { enter } from "./entry.mjs";

enter("build.ts");
