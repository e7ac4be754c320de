import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Smaller ones fit into a packet as they are. */
const BYTES_MIN = 1_024;

/** Presses the scripts and style sheets of a build with Brotli, once and as small as they get; the server sends what it finds. */
export async function pressStatic(staticDir: string): Promise<void> {
	const names = readdirSync(staticDir, { recursive: true, encoding: "utf8" });
	await Promise.all(
		names.filter((name) => /\.(?:js|css)$/.test(name)).map((name) => press(join(staticDir, name))),
	);
}

async function press(file: string) {
	const bytes = await readFile(file);
	if (bytes.length < BYTES_MIN) return;
	const params = {
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
		[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
		[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
	};
	await writeFile(`${file}.br`, await compress(bytes, { params }));
}
