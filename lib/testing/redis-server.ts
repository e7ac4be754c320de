import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { whenDone } from "./when-done.ts";

/** Whether this machine has a Redis to test with. */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

async function freePort() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** A Redis of the test's own, which it may end and begin again. */
export async function redisServer() {
	const port = await freePort();
	const settings = { port, bind: "127.0.0.1", save: "", appendonly: "no", loglevel: "warning" };
	const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const begin = () => spawn("redis-server", args, { stdio: "ignore" });
	let child = begin();
	const end = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		child.kill("SIGKILL");
		await once(child, "exit");
	};
	whenDone(end);
	return {
		url: `redis://127.0.0.1:${port}`,
		end,
		begin() {
			child = begin();
		},
	};
}
