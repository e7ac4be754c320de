import { enter } from "./entry.mjs";

enter("reset-link.ts");
