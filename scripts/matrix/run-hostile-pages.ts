import { JUNK_COOKIES } from "./forgeries.ts";
import type { PageRow } from "./rows.ts";
import { pathOf, targetsOf } from "./run-pages.ts";
import type { Stage } from "./stage.ts";
import type { Tally } from "./tally.ts";

/** Put in the place of a search parameter, and of a name in the address. */
const HOSTILE_TEXTS = [
	"%00",
	"%ED%A0%80",
	"%F0%9F%94%91",
	"%27%20or%201=1",
	"-1",
	"1e309",
	"x".repeat(3_000),
];

/** The owner's own pages, with addresses and cookies that no link leads to: an answer, whichever, but no failure. */
export async function runHostilePage({ stage, tally }: { stage: Stage; tally: Tally }, row: PageRow) {
	const cookie = stage.callers.find(({ name }) => name === "OWNER")?.cookie ?? "";
	const path = await pathOf(stage, row, targetsOf(stage, row)[0] ?? null);
	const searches = (row.search ?? []).flatMap((name) => [
		...HOSTILE_TEXTS.map((text) => `${path}?${name}=${text}`),
		`${path}?${name}=1&${name}=2`,
		`${path}?${name}[$gt]=`,
	]);
	const names = row.pattern.includes("[")
		? HOSTILE_TEXTS.flatMap((text) => [
				row.pattern.replace(/\[\w+\]/g, text),
				path.replace(/[^/]+$/, (last) => (row.pattern.endsWith(last) ? text : last)),
			])
		: [];
	const asked = [
		...[...searches, ...names].map((address) => ({ address, sent: cookie })),
		...JUNK_COOKIES.map(({ cookie: junk }) => ({ address: path, sent: junk(cookie) })),
	];
	await Promise.all(
		asked.map(async ({ address, sent }) => {
			const { status } = await stage.client.send({ path: address, headers: { Cookie: sent } });
			tally.note(
				`${address.slice(0, 120)} with ${sent.slice(0, 40)}`,
				"answered",
				status < 500 ? "answered" : String(status),
			);
		}),
	);
}
