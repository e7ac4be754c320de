import type { Reply } from "./client.ts";
import { expectedOf } from "./expected.ts";
import type { PageRow } from "./rows.ts";
import { type Caller, credentialsOf, type Stage } from "./stage.ts";
import type { Tally } from "./tally.ts";
import { type Level, placeTargets, type Target, thingTargets } from "./targets.ts";

/** As a browser asks for a page, and as one asks for a page's data that has another page open. */
const FORMS: { name: "page" | "data"; headers: Record<string, string>; query: string }[] = [
	{ name: "page", headers: {}, query: "" },
	{ name: "data", headers: { RSC: "1" }, query: "?_rsc" },
];

type Run = { stage: Stage; tally: Tally };

/** Every caller, at every target, in both forms. What is not there looks alike, whyever. */
export async function runPage({ stage, tally }: Run, row: PageRow) {
	for (const form of row.isDownload ? FORMS.slice(0, 1) : FORMS) {
		const absent = new Map(stage.callers.map(({ name }) => [name, new Set<string>()]));
		for (const target of targetsOf(stage, row)) {
			const path = await pathOf(stage, row, target);
			const ask = async (caller: Caller) => {
				const headers = { ...form.headers, ...credentialsOf(caller) };
				const reply = await stage.client.send({ path: path + form.query, headers });
				const cell = `${form.name} ${row.pattern} on ${target?.name ?? "nothing"} as ${caller.name}`;
				const expected = expectedPage(row, caller, target, form.name === "page" ? path : "/");
				tally.note(cell, expected, whatCame(reply));
				noteLeaks({ stage, tally }, row, cell, { caller, reply });
				if (expected === "404") absent.get(caller.name)?.add(withoutNames(reply.body));
			};
			await Promise.all(stage.callers.map(ask));
		}
		for (const [name, bodies] of absent) {
			if (bodies.size > 1)
				tally.note(`${form.name} ${row.pattern} as ${name}: answers of 404`, "alike", "different");
		}
	}
}

const levelOf = ({ pattern }: PageRow): Level => (pattern.includes("[location]") ? "LOCATION" : "AGENCY");

export function targetsOf(stage: Stage, row: PageRow): (Target | null)[] {
	if (!row.pattern.includes("[")) return [null];
	return row.thing ? thingTargets(stage, levelOf(row)) : placeTargets(stage, levelOf(row));
}

export async function pathOf(stage: Stage, row: PageRow, target: Target | null) {
	if (!target) return row.pattern;
	const path = row.pattern
		.replace("[agency]", target.agency.slug)
		.replace("[location]", target.location?.slug ?? "");
	return row.thing ? path.replace(/\[\w+\]/, await row.thing(stage, target)) : path;
}

/** The status, and for those who are sent on, where to; pages that send people on within the product say so. */
function expectedPage(row: PageRow, caller: Caller, target: Target | null, backTo: string) {
	const { may } = row;
	if (may === "everybody") return "200";
	if (may === "nobody") return "404";
	if (may === "signed out") return caller.grants ? "to a page" : "200";
	if (!caller.grants) return `to ${signInAddress(row, caller, backTo)}`;
	const there = row.isRedirect ? "to a page" : "200";
	if (may === "signed in" || !target) return there;
	const rule = { about: "view" as const, know: row.isDownload ? null : may, need: may };
	const expected = expectedOf(caller, target, rule, "its own place");
	if (expected === "forbidden") return "403";
	return expected === "done" ? there : "404";
}

/** Where whoever is nobody is sent: with a way back, unless they asked for the front door. */
function signInAddress({ pattern }: PageRow, { cookie }: Caller, backTo: string) {
	if (pattern === "/") return "/sign-in";
	const query = new URLSearchParams({
		...(cookie !== null && { error: "expired" }),
		...(backTo !== "/" && { callbackUrl: backTo }),
	});
	return query.size === 0 ? "/sign-in" : `/sign-in?${query}`;
}

const REDIRECT_WITHIN = /"digest":"NEXT_REDIRECT;\w+;([^;]*);/;
const NOT_FOUND_WITHIN = '"digest":"NEXT_HTTP_ERROR_FALLBACK;404"';

/** What the status says of a page, and its content of a page's data. */
function whatCame({ status, headers, body }: Reply) {
	const isData = headers["content-type"]?.startsWith("text/x-component");
	const leadsTo = isData ? REDIRECT_WITHIN.exec(body)?.[1] : headers.location;
	if (leadsTo !== undefined) return leadsTo.startsWith("/sign-in") ? `to ${leadsTo}` : "to a page";
	return isData && body.includes(NOT_FOUND_WITHIN) ? "404" : String(status);
}

/**
 * The answer without the names in its address, and without what is new in every answer. Its parts come in the order in which
 * they were ready, which is not compared.
 */
const withoutNames = (body: string) =>
	body
		.replaceAll(/"\]\)<\/script><script[^>]*>self\.__next_f\.push\(\[1,"/g, "")
		.replace(/(agency|location)-\d{6}/g, "$1-NAME")
		.replace(/nonce(\\?"?[=:]\\?")[^"\\]+/g, "nonce$1NONCE")
		.replace(/[\w-]{21}(?=[vm]\\?")/g, "ID")
		.split(/\\n|\n/)
		.sort()
		.join("\n");

/** What is in an answer and not for this caller to read. */
function noteLeaks(
	{ stage, tally }: Run,
	{ pattern }: PageRow,
	cell: string,
	{ caller: { grants }, reply: { body } }: { caller: Caller; reply: Reply },
) {
	for (const { text, mayRead, isLogged } of [stage.home, stage.abroad, stage.gone].flatMap(
		(house) => house.canaries,
	)) {
		const isForThem = grants !== null && mayRead(grants) && (!isLogged || pattern.includes("/audit"));
		if (body.includes(text) && !isForThem) tally.note(cell, "no leak", `“${text}”`);
	}
}
