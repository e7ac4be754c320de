import { enter } from "./entry.mjs";

enter("audit-verify.ts");
