import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPressedFiles, sendPressed } from "./pressed-files.ts";

const SCRIPT = "console.log('pressed')".repeat(50);
const dir = mkdtempSync(join(tmpdir(), "pressed-"));
mkdirSync(join(dir, "chunks"));
writeFileSync(join(dir, "chunks/page.js"), SCRIPT);
writeFileSync(join(dir, "chunks/page.js.br"), brotliCompressSync(SCRIPT));
writeFileSync(join(dir, "chunks/plain.js"), SCRIPT);

const files = findPressedFiles(dir);
const server = createServer(async (request, response) => {
	if (!(await sendPressed(request, response, request.url ?? "", files))) response.writeHead(404).end();
});
let origin = "";

beforeAll(async () => {
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
	server.close();
	rmSync(dir, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
	fetch(`${origin}${path}`, { method, headers: { "accept-encoding": "gzip, br", ...headers } });

test("a browser that reads Brotli gets the pressed form, to be kept for ever", async () => {
	const answer = await ask("/_next/static/chunks/page.js");

	expect(await answer.text()).toBe(SCRIPT);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		"content-type": "application/javascript; charset=UTF-8",
		"content-encoding": "br",
		"cache-control": "public, max-age=31536000, immutable",
		vary: "Accept-Encoding",
	});
});

test.each([
	["a browser that does not", "/_next/static/chunks/page.js", { "accept-encoding": "gzip" }, "GET"],
	["one that refuses it", "/_next/static/chunks/page.js", { "accept-encoding": "gzip, br;q=0" }, "GET"],
	["a part of a file", "/_next/static/chunks/page.js", { range: "bytes=0-9" }, "GET"],
	["another method", "/_next/static/chunks/page.js", {}, "POST"],
	["a file that was not pressed", "/_next/static/chunks/plain.js", {}, "GET"],
	["the pressed file itself", "/_next/static/chunks/page.js.br", {}, "GET"],
	["a way out of the folder", "/_next/static/../chunks/page.js", {}, "GET"],
])("%s is left to whoever comes next", async (_what, path, headers, method) => {
	const { status } = await ask(path, headers, method);

	expect(status).toBe(404);
});

test("the headers alone come without the file", async () => {
	const answer = await ask("/_next/static/chunks/page.js", {}, "HEAD");

	expect(answer.headers.get("content-encoding")).toBe("br");
	expect(await answer.text()).toBe("");
});
