import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { type Body, readBody } from "./bounded-body.ts";

/** A body that comes in pieces, and what was made of it. */
function arriving(bytesMax = 10) {
	const stream = new PassThrough();
	const bodies: (Body | string)[] = [];
	const ended = new Promise<void>((resolve) => {
		readBody(stream, bytesMax, (body) => {
			bodies.push(Buffer.isBuffer(body) ? body.toString() : body);
			resolve();
		});
	});
	const closed = new Promise((resolve) => stream.on("close", resolve));
	return { stream, bodies, ended, closed };
}

describe("a body", () => {
	test.each([
		["in one piece", ["0123456789"]],
		["in two", ["01234", "56789"]],
		["byte by byte", [..."0123456789"]],
	])("that comes %s is read", async (_name, pieces) => {
		const { stream, bodies, ended } = arriving();

		for (const piece of pieces) stream.write(piece);
		stream.end();
		await ended;

		expect(bodies).toEqual(["0123456789"]);
	});

	test("that was not sent is none", async () => {
		const { stream, bodies, ended } = arriving();

		stream.end();
		await ended;

		expect(bodies).toEqual([null]);
	});

	test("is too large as soon as it is, and nobody waits for the rest", async () => {
		const { stream, bodies, ended } = arriving();

		stream.write("01234567890");
		await ended;

		expect(bodies).toEqual(["too large"]);
	});

	test.each([null, new Error("reset")])("whose sender left has gone (%s)", async (error) => {
		const { stream, bodies, ended } = arriving();

		stream.write("01");
		stream.destroy(error ?? undefined);
		await ended;

		expect(bodies).toEqual(["gone"]);
	});

	test("is handed on once, whatever happens afterwards", async () => {
		const { stream, bodies, closed } = arriving();
		stream.write("01234567890");
		stream.write("more");
		stream.end();
		await closed;

		expect(bodies).toEqual(["too large"]);
	});
});
