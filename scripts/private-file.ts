import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** Writes a file that only this user can read, whole or not at all. */
export function writePrivateFile(file: string, text: string): void {
	const draft = `${file}.${randomBytes(4).toString("hex")}`;
	writeFileSync(draft, text, { mode: 0o600, flag: "wx", flush: true });
	renameSync(draft, file);
}

/** The file's text, or the text that `make` returns and the file has from then on. */
export function readOrMake(file: string, make: () => string): string {
	if (!existsSync(file)) writePrivateFile(file, `${make()}\n`);
	return readFileSync(file, "utf8").trim();
}
