import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EnvError, envShape, isPlainHttp, parseEnv } from "./env.ts";

const SECRET = randomBytes(48).toString("base64");

/** What a start with this environment says, or "" when it would start. */
function complaint(source: Record<string, string | undefined>) {
	try {
		parseEnv(source);
		return "";
	} catch (error) {
		if (!(error instanceof EnvError)) throw error;
		return error.message;
	}
}

test("nothing has to be set", () => {
	expect(parseEnv({})).toEqual({
		NODE_ENV: "production",
		PORT: 3000,
		HOST: "127.0.0.1",
		APP_ORIGIN: "http://localhost:3000",
		DATA_DIR: ".data",
		DATABASE_POOL_MAX: 10,
		LATCHKEY_DEMO: true,
		TRUSTED_HOPS: 0,
		HOT_LANE: true,
		ROLE: "all",
		METRICS_HOST: "127.0.0.1",
		VERIFY_GRACE_SECONDS: 30,
		VERIFY_CACHE_ENTRIES: 250_000,
		VERIFY_CACHE_MB: 256,
		LOG_LEVEL: "info",
	});
});

test("an empty variable counts as absent, and a strange one is nobody's business", () => {
	const names = Object.keys(envShape).map((name) => [name, ""]);

	expect(parseEnv({ ...Object.fromEntries(names), HOME: "/root", __proto__: "x" })).toEqual(parseEnv({}));
});

test("the configuration cannot be changed afterwards", () => {
	expect(Object.isFrozen(parseEnv({}))).toBe(true);
});

describe.each([
	["NODE_ENV", ["prod", "Production"]],
	["PORT", ["0", "65536", "x", "1.5", "-1", " "]],
	[
		"APP_ORIGIN",
		["keys.example.com", "https://keys.example.com/", "https://keys.example.com/app", "ftp://x.test"],
	],
	["APP_ORIGIN", ["https://user:pw@keys.example.com", "https://KEYS.example.com", "javascript:alert(1)"]],
	["VERIFY_GRACE_SECONDS", ["-1", "301", "0.5", "x"]],
	["VERIFY_CACHE_ENTRIES", ["0", "10000001", "x"]],
	["VERIFY_CACHE_MB", ["0", "65537", "0.5"]],
	["REDIS_URL", ["http://localhost:6379", "localhost:6379", "x"]],
	["SMTP_URL", ["http://mail.example.com", "mail.example.com", "x"]],
	["DATABASE_URL", ["mysql://u:p@h/d", "x", "postgres//h", "http://h"]],
	["DATABASE_POOL_MAX", ["0", "201", "many"]],
	["LATCHKEY_DEMO", ["yes", "2", "TRUE"]],
	["TRUSTED_HOPS", ["-1", "11", "1.5", "all"]],
	["EGRESS_ALLOW", ["private", "10.0.0.0/33", "10.1", "10.0.0.0/8;fd00::/8", "10.0.0.1,,10.0.0.2"]],
	["WEB_CONCURRENCY", ["0", "65", "1.5", "auto"]],
	["ROLE", ["server", "WEB", "web,worker"]],
	["METRICS_PORT", ["0", "65536", "x", "3000"]],
	["LOG_LEVEL", ["verbose", "INFO"]],
])("%s", (name, values) => {
	test.each(values)("is not %j, and the complaint names the variable", (value) => {
		expect(complaint({ [name]: value })).toContain(`${name} `);
	});
});

describe("the origin", () => {
	test.each(["http://localhost:3000", "http://127.0.0.1", "http://[::1]:8080", "http://a.localhost:3000"])(
		"may be plain on loopback: %s",
		(origin) => {
			expect(parseEnv({ APP_ORIGIN: origin }).APP_ORIGIN).toBe(origin);
			expect(isPlainHttp(origin)).toBe(true);
		},
	);

	test.each([
		"http://keys.example.com",
		"http://192.168.0.5:3000",
		"http://127.0.0.2",
		"http://localhost.example.com",
		"http://notlocalhost",
		"http://0.0.0.0:3000",
	])("may not be plain elsewhere: %s", (origin) => {
		expect(complaint({ APP_ORIGIN: origin })).toMatch(/APP_ORIGIN must use https/);
	});

	test("may be https anywhere, and follows the port when it is not set", () => {
		expect(parseEnv({ APP_ORIGIN: "https://keys.example.com" }).APP_ORIGIN).toBe("https://keys.example.com");
		expect(isPlainHttp("https://keys.example.com")).toBe(false);
		expect(parseEnv({ PORT: "8080" }).APP_ORIGIN).toBe("http://localhost:8080");
	});
});

describe("the secret", () => {
	test("may be one or several, newest first", () => {
		const older = randomBytes(48).toString("base64");

		expect(parseEnv({ LATCHKEY_SECRET: SECRET }).LATCHKEY_SECRET).toEqual([SECRET]);
		expect(parseEnv({ LATCHKEY_SECRET: `${SECRET}, ${older}` }).LATCHKEY_SECRET).toEqual([SECRET, older]);
	});

	const example = `changeme-${SECRET}`;
	test.each([
		["too short", SECRET.slice(0, 31)],
		["of few characters", "abcabcabcabcabcabcabcabcabcabcabcabcabcabc"],
		["an example", example],
		["an example in capitals", example.toUpperCase()],
		["the product's name", `latchkey${SECRET}`],
		["followed by nothing", `${SECRET},`],
		["good, with a bad one behind it", `${SECRET},short`],
		["one of nine", Array(9).fill(SECRET).join()],
	])("cannot be %s; the complaint names the variable and never says the value", (_name, value) => {
		const said = complaint({ LATCHKEY_SECRET: value });

		expect(said).toContain("LATCHKEY_SECRET ");
		for (const part of value.split(",").filter((text) => text.length > 4)) expect(said).not.toContain(part);
	});
});

test("a complaint tells all that is wrong, and no value", () => {
	const said = complaint({
		PORT: "port-value",
		DATABASE_URL: "mysql://admin:hunter2@h/d",
		LOG_LEVEL: "loud-value",
		APP_ORIGIN: "http://value.example.com",
	});

	for (const name of ["PORT", "DATABASE_URL", "LOG_LEVEL", "APP_ORIGIN"]) expect(said).toContain(`${name} `);
	expect(said).not.toMatch(/value|hunter2/);
});

test("a login that migrates needs one to run as", () => {
	const url = "postgresql://u:p@localhost/d";

	expect(complaint({ DATABASE_MIGRATE_URL: url })).toMatch(/DATABASE_MIGRATE_URL needs DATABASE_URL/);
	expect(complaint({ DATABASE_MIGRATE_URL: url, DATABASE_URL: url })).toBe("");
});

test("a mail server needs an address to write from, and the other way round", () => {
	expect(complaint({ SMTP_URL: "smtp://localhost:25" })).toMatch(
		/MAIL_FROM and SMTP_URL are needed together/,
	);
	expect(complaint({ MAIL_FROM: "keys@example.com" })).toMatch(/MAIL_FROM and SMTP_URL are needed together/);
	expect(complaint({ SMTP_URL: "smtp://localhost:25", MAIL_FROM: "Keys <keys@example.com>" })).toBe("");
});

describe(".env.example", () => {
	const text = readFileSync(path.join(import.meta.dirname, "../../.env.example"), "utf8");
	const lines = [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [
		name,
		value,
	]);

	test("names every variable that is read, each once, and no other", () => {
		expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(envShape).sort());
	});

	test("can be used as it is, and says the defaults", () => {
		expect(parseEnv(Object.fromEntries(lines))).toEqual(parseEnv({}));
	});
});
