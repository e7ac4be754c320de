import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../postgres/server.ts";

const PAGES = join(import.meta.dirname, "../../docs/gateways");

/** What the configurations in docs/gateways call the things that they speak of. */
export type Addresses = { latchkey: string; host: string; service: string };

/** A proxy that asks Latchkey, with the configuration that docs/gateways shows. */
export type Gateway = {
	name: string;
	isInstalled: boolean;
	/** What to run, with its files in `dir`. */
	command: (dir: string, read: (file: string) => string) => { program: string; args: string[] };
};

const isThere = (program: string, flag: string) => spawnSync(program, [flag]).status === 0;

export const GATEWAYS: readonly Gateway[] = [
	{
		name: "nginx",
		isInstalled: isThere("nginx", "-v"),
		command(dir, read) {
			const file = join(dir, "main.conf");
			const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
				.map((kind) => `${kind}_temp_path ${dir}/${kind};`)
				.join(" ");
			const http = `http { access_log off; ${temporary}\n${read("nginx.conf")}\n}`;
			writeFileSync(file, `pid ${dir}/pid; daemon off; worker_processes 1; events {}\n${http}\n`);
			return { program: "nginx", args: ["-e", "stderr", "-p", dir, "-c", file] };
		},
	},
	{
		name: "Caddy",
		isInstalled: isThere("caddy", "version"),
		command(dir, read) {
			const file = join(dir, "Caddyfile");
			writeFileSync(file, `{\n\tadmin off\n}\n${read("Caddyfile")}`);
			return { program: "caddy", args: ["run", "--config", file, "--adapter", "caddyfile"] };
		},
	},
	{
		name: "HAProxy",
		isInstalled: isThere("haproxy", "-v"),
		command(dir, read) {
			const script = join(dir, "latchkey.lua");
			const file = join(dir, "haproxy.cfg");
			writeFileSync(script, read("latchkey.lua"));
			writeFileSync(file, read("haproxy.cfg").replace("/etc/haproxy/latchkey.lua", script));
			return { program: "haproxy", args: ["-db", "-f", file] };
		},
	},
];

/** Runs a gateway as its page says, but for the addresses and what is edited, until `end` is called. */
export async function runGateway(
	gateway: Gateway,
	{ latchkey, host, service }: Addresses,
	edit = (text: string) => text,
) {
	const dir = mkdtempSync(join(tmpdir(), "latchkey-gateway-"));
	// nginx's workers are somebody else when root starts it.
	chmodSync(dir, 0o755);
	const port = await freePort();
	const read = (file: string) =>
		edit(readFileSync(join(PAGES, file), "utf8"))
			.replaceAll("127.0.0.1:3000", latchkey)
			.replaceAll("127.0.0.1:8080", service)
			.replaceAll("keys.example.com", host)
			.replaceAll(/(?<=listen |bind :|:\/\/:)8000/g, String(port));
	const { program, args } = gateway.command(dir, read);
	const child = spawn(program, args, {
		stdio: ["ignore", "ignore", "pipe"],
		env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
	});
	let said = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		said += text;
	});
	return {
		origin: `http://127.0.0.1:${port}`,
		said: () => said,
		hasEnded: () => child.exitCode !== null,
		end() {
			child.kill("SIGTERM");
			rmSync(dir, { recursive: true, force: true });
		},
	};
}
