import { enter } from "./entry.mjs";

enter("launch.ts");
