import type { Readable } from "node:stream";

/** Reads a request's body of at most `bytesMax`; `"gone"` when the client left before its end. */
export function readBody(stream: Readable, bytesMax: number): Promise<Buffer | null | "too large" | "gone"> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let bytes = 0;
		stream.on("data", (chunk: Buffer) => {
			bytes += chunk.length;
			if (bytes <= bytesMax) chunks.push(chunk);
			else resolve("too large");
		});
		stream.on("end", () => resolve(bytes === 0 ? null : Buffer.concat(chunks)));
		stream.on("error", () => resolve("gone"));
		stream.on("close", () => resolve("gone"));
	});
}
