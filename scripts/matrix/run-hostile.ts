import { encodeArguments, outcomeOf, type Reply, type Sent } from "./client.ts";
import { type Entrance, leadsTo } from "./entrances.ts";
import { FORGERIES, JUNK_COOKIES } from "./forgeries.ts";
import { BROKEN_BODIES, wrongArguments, wrongForms } from "./hostile-bodies.ts";
import { changedTables, snapshot } from "./snapshot.ts";
import type { Stage } from "./stage.ts";
import type { Tally } from "./tally.ts";

type Attempt = { name: string; sent: Sent };
let sent = 0;
/** An address that nobody has come from: guesses are counted by address, and none of these is to be the ninth. */
const nextAddress = () =>
	`127.${1 + Math.floor(++sent / 62_500)}.${Math.floor(sent / 250) % 250}.${1 + (sent % 250)}`;

type Judge = (reply: Reply) => string;

/**
 * Attempts on one entrance, all at once. None may change anything; afterwards the call that they were made of is sent as it
 * was and does what it says, so that it was not refused for a reason of its own.
 */
async function tryAll(stage: Stage, entrance: Entrance, attempts: Attempt[], judge: Judge, tally: Tally) {
	const before = await snapshot(stage.world);
	await Promise.all(
		attempts.map(async ({ name, sent }) => {
			const reply = await stage.client.send({ ...sent, from: nextAddress() });
			tally.note(`${entrance.name}: ${name}`, "refused", judge(reply));
		}),
	);
	for (const table of changedTables(before, await snapshot(stage.world)))
		tally.note(entrance.name, "no change", `a change of ${table}`);
	const reply = await stage.client.send({ ...entrance.call, from: nextAddress() });
	tally.note(
		`${entrance.name} at last as it should be`,
		"done",
		entrance.isDone(reply) ? "done" : outcomeOf(reply),
	);
	await entrance.undo();
}

const is4xx = ({ status }: Reply) => status >= 400 && status < 500;

/** Requests that did not come from our own pages. */
export function runForgeries(stage: Stage, entrance: Entrance, tally: Tally) {
	const attempts = FORGERIES.map(({ name, of }) => ({ name, sent: of(entrance.call) }));
	return tryAll(stage, entrance, attempts, (reply) => (is4xx(reply) ? "refused" : outcomeOf(reply)), tally);
}

/** Requests of somebody who has a living session and means harm, or has a cookie that is none. */
export function runHostileInput(stage: Stage, entrance: Entrance, tally: Tally) {
	const { call, kind } = entrance;
	const cookies = JUNK_COOKIES.map(({ name, cookie }) => ({
		name: `cookie: ${name}`,
		sent: { ...call, headers: { ...call.headers, Cookie: cookie(call.headers.Cookie ?? "") } },
	}));
	const wrong = kind === "form" ? wrongForms(call.body) : wrongCalls(call.body);
	const bodies = wrong.map(({ name, body, type }) => ({
		name,
		sent: {
			...call,
			body,
			headers: { ...call.headers, ...(type !== undefined && { "Content-Type": type }) },
		},
	}));
	// To a form, a cookie is not what lets anybody in.
	const attempts = kind === "form" ? bodies : [...cookies, ...bodies];
	return tryAll(stage, entrance, attempts, (reply) => refusalOf(reply, entrance), tally);
}

/** An action that takes nothing is called rightly without arguments. */
function wrongCalls(body: string) {
	const takesNothing = body === encodeArguments([undefined]);
	const broken = takesNothing ? BROKEN_BODIES.filter((each) => each.body !== "[]") : BROKEN_BODIES;
	return [...broken, ...wrongArguments(body)];
}

/** Refused by the gate, by the action, which says so in its answer, or by being led back to the form. */
function refusalOf(reply: Reply, { page }: Entrance) {
	if (is4xx(reply)) return "refused";
	if (reply.status === 303) return page !== null && leadsTo(reply, page) ? "refused" : "303";
	const outcome = outcomeOf(reply);
	const isRefused =
		reply.status === 200 && /^[a-z_]+$/.test(outcome) && !["done", "internal"].includes(outcome);
	return isRefused ? "refused" : outcome;
}
