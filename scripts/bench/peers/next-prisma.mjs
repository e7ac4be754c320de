import { join } from "node:path";

// `next start`, in this process, so that its costs are this process's.
process.argv.splice(2, process.argv.length, "start", join(import.meta.dirname, "next"), "-H", "127.0.0.1");
await import("next/dist/bin/next");
