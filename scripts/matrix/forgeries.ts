import type { Sent } from "./client.ts";

type Call = Sent & { headers: Record<string, string>; body: string };
type Forgery = { name: string; of: (call: Call) => Sent };

const headed = (name: string, headers: (call: Call) => Record<string, string | string[]>): Forgery => ({
	name,
	of: (call) => ({ ...call, headers: { ...call.headers, ...headers(call) } }),
});

const from = (name: string, origin: (own: URL) => string) =>
	headed(name, ({ headers }) => ({ Origin: origin(new URL(headers.Origin ?? "")) }));

const without = (name: string, header: string): Forgery => ({
	name,
	of(call) {
		const { [header]: _gone, ...headers } = call.headers;
		return { ...call, headers };
	},
});

const by = (method: string, headers: Record<string, string> = {}): Forgery => ({
	name: `by ${method} ${Object.keys(headers).join(" ")}`,
	of: ({ path, headers: own, body }) => ({
		method,
		path,
		headers: { ...own, ...headers },
		...(method !== "GET" && method !== "HEAD" && method !== "TRACE" && { body }),
	}),
});

const ELSEWHERE = "https://elsewhere.example";

/** What a page of somebody else's can make a browser send, and what somebody without a browser can. */
export const FORGERIES: Forgery[] = [
	without("no Origin", "Origin"),
	from("Origin null", () => "null"),
	from("an empty Origin", () => ""),
	from("another site", () => ELSEWHERE),
	from("a subdomain", ({ protocol, host }) => `${protocol}//shop.${host}`),
	from("a name that begins alike", ({ protocol, host }) => `${protocol}//${host}.elsewhere.example`),
	from("another port", ({ protocol, hostname, port }) => `${protocol}//${hostname}:${Number(port) + 1}`),
	from("https in place of http", ({ host }) => `https://${host}`),
	from("an Origin with a path", ({ origin }) => `${origin}/`),
	from("an Origin that is no address", () => "not an address"),
	headed("two Origins", ({ headers }) => ({ Origin: [headers.Origin ?? "", ELSEWHERE] })),
	headed("Sec-Fetch-Site cross-site", () => ({ "Sec-Fetch-Site": "cross-site" })),
	headed("Sec-Fetch-Site same-site", () => ({ "Sec-Fetch-Site": "same-site" })),
	headed("Sec-Fetch-Site none", () => ({ "Sec-Fetch-Site": "none" })),
	...["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"].map((type) =>
		headed(`a form of another site as ${type}`, () => ({ Origin: ELSEWHERE, "Content-Type": type })),
	),
	headed("a host of another name", () => ({ Host: "elsewhere.example" })),
	...["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"].map((method) => by(method)),
	by("GET", { "X-HTTP-Method-Override": "POST" }),
	by("GET", { "X-Method-Override": "POST", "X-HTTP-Method": "POST" }),
];

const LONG = "x".repeat(10_000);

/** Cookies that are nobody's, in place of the living one. */
export const JUNK_COOKIES: { name: string; cookie: (living: string) => string }[] = [
	{ name: "none", cookie: () => "" },
	{ name: "10 KB", cookie: () => `latchkey.session=${LONG}` },
	{ name: "10 KB of another name", cookie: () => `other=${LONG}` },
	{ name: "letters beyond ASCII", cookie: () => "latchkey.session=\u00e9\u00ff\u00fe" },
	{ name: "cut short", cookie: (living) => living.slice(0, -20) },
	{
		name: "one letter changed",
		// Not the last, of which some bits stand for nothing.
		cookie: (living) => living.replace(/.(?=.{9}$)/, (letter) => (letter === "A" ? "B" : "A")),
	},
	{ name: "cut into parts", cookie: (living) => living.replace("session=", "session.0=") },
	{ name: "of no algorithm", cookie: () => "latchkey.session=eyJhbGciOiJub25lIn0..eyJzaWQiOiJ4In0." },
	{ name: "dots", cookie: () => "latchkey.session=...." },
	{ name: "of a prototype", cookie: () => "__proto__=1; constructor=2; latchkey.session=__proto__" },
	{ name: "broken percents", cookie: () => "latchkey.session=%E0%A4%A; =; ;;" },
];
