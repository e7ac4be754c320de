import { join } from "node:path";
import { ROOT } from "../launch/child.ts";

/** Where the peers are installed and run: below the product, so that what it has of theirs they share. */
export const PEERS = join(ROOT, ".bench");
