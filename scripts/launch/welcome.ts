import { relative } from "node:path";
import { ROOT } from "./child.ts";
import { type Demo, demoFile } from "./demo.ts";
import type { Settings } from "./settings.ts";

/** What somebody needs who has just started Latchkey: where it is, how to sign in, and one request that works. */
export function welcome(settings: Settings, demo: Demo | undefined, setUp: string | undefined): string {
	const lines = ["", `Latchkey is ready: ${settings.APP_ORIGIN}`];
	if (setUp) lines.push("", "Nobody has set it up yet. Make the first agency, once, at", `  ${setUp}`);
	if (demo) lines.push(...demoLines(settings, demo));
	lines.push("", "Ctrl-C stops everything.", "");
	return lines.join("\n");
}

function demoLines(settings: Settings, demo: Demo): string[] {
	const width = Math.max(...demo.users.map(({ email }) => email.length));
	const people = demo.users.map(
		({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  ${role.toLowerCase()}`,
	);
	const keys = demo.keys.filter(({ level }) => level === "AGENCY");
	const admin = keys.find(({ role }) => role === "ADMIN")?.key ?? "";
	const readonly = keys.find(({ role }) => role === "READONLY")?.key ?? "";
	return [
		"",
		"Demo sign-ins:",
		...people,
		"",
		"Demo API keys of the agency:",
		`  ${admin}  full access`,
		`  ${readonly}  read only`,
		"",
		"Verify the second with the first:",
		`  curl ${settings.APP_ORIGIN}/api/v2/keys/verify -H 'Authorization: Bearer ${admin}' \\`,
		`    -H 'Content-Type: application/json' -d '{"key":"${readonly}"}'`,
		"",
		`All of this is also in ${relative(ROOT, demoFile(settings.dataDir))}.`,
	];
}
