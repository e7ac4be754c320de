import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { whenDone } from "./when-done.ts";

/** Serves on a port of this machine until whoever began it is done, and says at which address. */
export async function serveHere(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	whenDone(() => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(resolve));
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
