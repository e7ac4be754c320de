import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { requireFreePort } from "./port.ts";

let other: Server;
let port = 0;

beforeEach(async () => {
	other = createServer();
	await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
	port = (other.address() as { port: number }).port;
});

afterEach(() => {
	other.close();
});

test("a port that is in use is refused with a way out", async () => {
	await expect(requireFreePort("127.0.0.1", port, 0)).rejects.toThrow(
		`Port ${port} is in use. Stop what uses it or choose another: PORT=${port + 1} npm start`,
	);
});

test("a port that is let go in time is had", async () => {
	const waiting = requireFreePort("127.0.0.1", port, 5_000);
	other.close();

	await expect(waiting).resolves.toBeUndefined();
});

test("an address that this machine does not have is refused by name", async () => {
	await expect(requireFreePort("192.0.2.1", port, 0)).rejects.toThrow("HOST=192.0.2.1");
});
