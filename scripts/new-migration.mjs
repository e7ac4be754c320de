import { enter } from "./entry.mjs";

enter("new-migration.ts");
