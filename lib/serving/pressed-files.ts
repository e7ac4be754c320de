import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import Negotiator from "negotiator";

const TYPES: Readonly<Record<string, string>> = {
	".js": "application/javascript; charset=UTF-8",
	".css": "text/css; charset=UTF-8",
};

/** The build names these files after what is in them. */
const FOR_EVER = "public, max-age=31536000, immutable";

type Pressed = { file: string; type: string };
export type PressedFiles = ReadonlyMap<string, Pressed>;

/** What the build has pressed with Brotli, by the path it is asked for with. */
export function findPressedFiles(staticDir: string): PressedFiles {
	if (!existsSync(staticDir)) return new Map();
	const files = readdirSync(staticDir, { recursive: true, encoding: "utf8" });
	return new Map(
		files.flatMap((name) => {
			const type = TYPES[extname(name)];
			const file = join(staticDir, `${name}.br`);
			if (!type || !existsSync(file)) return [];
			const path = `/_next/static/${name.replaceAll("\\", "/")}`;
			return [[path, { file, type }] as const];
		}),
	);
}

/** Sends the pressed form of a script or of a style sheet; false for what has none, and for browsers that cannot read it. */
export async function sendPressed(
	request: IncomingMessage,
	response: ServerResponse,
	path: string,
	files: PressedFiles,
): Promise<boolean> {
	const pressed = files.get(path);
	if (!pressed || request.headers.range || !["GET", "HEAD"].includes(request.method ?? "")) return false;
	if (!new Negotiator(request).encodings().includes("br")) return false;
	const bytes = await readFile(pressed.file).catch(() => null);
	// Gone with the build that it was of.
	if (!bytes) return false;
	response.writeHead(200, {
		"Content-Type": pressed.type,
		"Content-Encoding": "br",
		"Content-Length": bytes.length,
		"Cache-Control": FOR_EVER,
		Vary: "Accept-Encoding",
	});
	response.end(request.method === "HEAD" ? undefined : bytes);
	return true;
}
