import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** A file from `docs`, which lies beside the program. */
export const readDocument = (name: string) =>
	readFile(path.join(process.cwd(), "docs", name), "utf8").then((text) => text.trimEnd());
