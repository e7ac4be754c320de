import { enter } from "./entry.mjs";

enter("migrate.ts");
