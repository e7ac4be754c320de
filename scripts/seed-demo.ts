import { join } from "node:path";
import { env } from "#lib/config/env.ts";
import { seedDemo } from "#lib/demo/seed.ts";
import { writePrivateFile } from "./private-file.ts";

/** Fills an empty database and leaves what it made up, passwords and keys, in a file that only its owner can read. */
const { APP_ORIGIN, DATA_DIR } = env();
const facts = await seedDemo({ url: APP_ORIGIN });
if (facts) writePrivateFile(join(DATA_DIR, "demo.json"), `${JSON.stringify(facts, null, "\t")}\n`);
console.log(JSON.stringify({ seeded: facts !== null }));
process.exit(0);
