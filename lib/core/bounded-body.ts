import type { Readable } from "node:stream";

/** Null when nothing was sent; `"gone"` when the client left before the end. */
export type Body = Buffer | null | "too large" | "gone";

/** Reads a request's body of at most `bytesMax` and hands it on, within the same turn when all of it is there. */
export function readBody(stream: Readable, bytesMax: number, done: (body: Body) => void) {
	let first: Buffer | null = null;
	let rest: Buffer[] | null = null;
	let bytes = 0;
	let isDone = false;
	const finish = (body: Body) => {
		if (isDone) return;
		isDone = true;
		done(body);
	};
	stream.on("data", (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > bytesMax) finish("too large");
		else if (first === null) first = chunk;
		else if (rest === null) rest = [first, chunk];
		else rest.push(chunk);
	});
	stream.on("end", () => finish(rest === null ? first : Buffer.concat(rest)));
	stream.on("error", () => finish("gone"));
	stream.on("close", () => finish("gone"));
}
