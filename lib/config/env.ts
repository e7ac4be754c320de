import { z } from "zod";
import { AddressRanges } from "#lib/core/addresses.ts";

/** Secrets that appear in examples; a product that starts with one of them is open to everybody who can read. */
const EXAMPLE_SECRETS = ["changeme", "change-me", "example", "secret", "password", "latchkey"];

const SECRET_BYTES_MIN = 32;

const isLoopback = (hostname: string) =>
	["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");

const Flag = z
	.enum(["0", "1", "true", "false", "on", "off"])
	.transform((text) => ["1", "true", "on"].includes(text));

const PostgresUrl = z
	.string()
	.refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol), {
		error: "must look like postgresql://user:password@host:5432/database",
	});

const RedisUrl = z
	.string()
	.refine((text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol), {
		error: "must look like redis://user:password@host:6379",
	});

const SmtpUrl = z.string().refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol), {
	error: "must look like smtps://user:password@host:465 or smtp://host:587",
});

const SecretRing = z
	.string()
	.transform((text) => text.split(",").map((part) => part.trim()))
	.pipe(
		z
			.array(
				z
					.string()
					.refine((secret) => Buffer.byteLength(secret) >= SECRET_BYTES_MIN, {
						error: `must be at least ${SECRET_BYTES_MIN} bytes long; "openssl rand -base64 48" makes a good one`,
					})
					.refine((secret) => new Set(secret).size >= 12, {
						error: "repeats too few different characters to be random",
					})
					.refine((secret) => !EXAMPLE_SECRETS.some((word) => secret.toLowerCase().includes(word)), {
						error: "looks like an example value",
					}),
			)
			.min(1)
			.max(8),
	);

const Origin = z
	.string()
	.refine((text) => URL.canParse(text) && new URL(text).origin === text, {
		error: "must be an origin such as https://keys.example.com, without a path or a trailing slash",
	})
	.refine(
		(text) => {
			if (!URL.canParse(text)) return true;
			const { protocol, hostname } = new URL(text);
			return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
		},
		{ error: "must use https unless it is a loopback address: sign-in cookies never travel in the clear" },
	);

/** Every environment variable that Latchkey reads. `.env.example` is held against these names by a test. */
export const envShape = {
	NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
	PORT: z.coerce.number().int().min(1).max(65535).default(3000),
	HOST: z.string().min(1).default("127.0.0.1"),
	APP_ORIGIN: Origin.optional(),
	DATA_DIR: z.string().min(1).default(".data"),
	DATABASE_URL: PostgresUrl.optional(),
	DATABASE_MIGRATE_URL: PostgresUrl.optional(),
	DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
	LATCHKEY_SECRET: SecretRing.optional(),
	LATCHKEY_DEMO: Flag.default(true),
	TRUSTED_HOPS: z.coerce.number().int().min(0).max(10).default(0),
	HOT_LANE: Flag.default(true),
	VERIFY_GRACE_SECONDS: z.coerce.number().int().min(0).max(300).default(30),
	VERIFY_CACHE_ENTRIES: z.coerce.number().int().min(1).max(10_000_000).default(250_000),
	VERIFY_CACHE_MB: z.coerce.number().int().min(1).max(65_536).default(256),
	REDIS_URL: RedisUrl.optional(),
	SMTP_URL: SmtpUrl.optional(),
	MAIL_FROM: z.string().min(3).max(320).optional(),
	EGRESS_ALLOW: z
		.string()
		.transform((text) => text.split(","))
		.pipe(AddressRanges)
		.optional(),
	WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).optional(),
	ROLE: z.enum(["web", "worker", "all"]).default("all"),
	METRICS_HOST: z.string().min(1).default("127.0.0.1"),
	METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
} as const;

const EnvSchema = z
	.object(envShape)
	.refine((env) => env.DATABASE_MIGRATE_URL === undefined || env.DATABASE_URL !== undefined, {
		path: ["DATABASE_MIGRATE_URL"],
		error: "needs DATABASE_URL as well",
	})
	.refine((env) => (env.SMTP_URL === undefined) === (env.MAIL_FROM === undefined), {
		path: ["MAIL_FROM"],
		error: "and SMTP_URL are needed together",
	})
	.refine((env) => env.METRICS_PORT !== env.PORT, {
		path: ["METRICS_PORT"],
		error: "must be another port than PORT",
	});

export type Env = Readonly<z.output<typeof EnvSchema> & { APP_ORIGIN: string }>;

export class EnvError extends Error {}

/**
 * Parses the environment. Throws {@link EnvError} whose message names each bad variable and never its value.
 * An empty variable counts as absent, as it does in most `.env` files.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
	const present = Object.fromEntries(
		Object.keys(envShape)
			.filter((name) => source[name] !== undefined && source[name] !== "")
			.map((name) => [name, source[name]]),
	);
	const parsed = EnvSchema.safeParse(present);
	if (!parsed.success) {
		const lines = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
		throw new EnvError(`The configuration cannot be used:\n  ${[...new Set(lines)].join("\n  ")}`);
	}
	const env = parsed.data;
	return Object.freeze({ ...env, APP_ORIGIN: env.APP_ORIGIN ?? `http://localhost:${env.PORT}` });
}

let cached: Env | undefined;

/** The parsed environment of this process. Read on first use, so importing this module does nothing. */
export function env(): Env {
	cached ??= parseEnv(process.env);
	return cached;
}

/** True when people reach this installation without TLS, which is allowed on loopback alone. */
export const isPlainHttp = (origin: string) => origin.startsWith("http://");
