import { generateSecret } from "#lib/core/keys/format.ts";
import { holdsScope } from "#lib/core/scopes.ts";
import { makeKey } from "#lib/testing/factories.ts";
import { outcomeOf, type Reply } from "./client.ts";
import type { EndpointRow } from "./rows.ts";
import { type Caller, credentialsOf, type Stage } from "./stage.ts";
import type { Tally } from "./tally.ts";
import { LEVELS, placeTargets, type Target, thingTargets } from "./targets.ts";

type Run = { stage: Stage; tally: Tally };

/** Every caller about every key or location; people are nobody here, whatever cookie they bring. */
export async function runEndpoint({ stage, tally }: Run, row: EndpointRow) {
	for (const { subject, target } of await subjectsOf(stage, row)) {
		for (const caller of stage.callers) {
			const { headers, ...ask } = row.ask(subject);
			const reply = await stage.client.send({ ...ask, headers: { ...headers, ...credentialsOf(caller) } });
			const cell = `${row.route} on ${target ? `${target.level} ${target.name}` : "nothing"} as ${caller.name}`;
			tally.note(cell, expectedAnswer(row, caller, target), answerOf(row, reply));
		}
	}
}

type Subject = { subject: string; target: Target | null };

async function subjectsOf(stage: Stage, { about }: EndpointRow): Promise<Subject[]> {
	if (about === null) return [{ subject: "", target: null }];
	if (about === "location") {
		return placeTargets(stage, "LOCATION").map((target) => ({ subject: target.location?.id ?? "", target }));
	}
	const targets = LEVELS.flatMap((level) => thingTargets(stage, level));
	return Promise.all(targets.map(async (target) => ({ subject: await secretOf(stage, target), target })));
}

async function secretOf({ world }: Stage, { agency, level, location, state }: Target) {
	if (state === "non-existent") return generateSecret(level).plaintext;
	const deletedAt = state === "deleted" ? { deletedAt: new Date() } : {};
	return (await makeKey(world, agency, { ...(location && { location }), ...deletedAt })).secret;
}

/** A caller's key sees what is of its agency, or of its location; to it, nothing else is there. */
function expectedAnswer({ credential }: EndpointRow, { key }: Caller, target: Target | null) {
	if (!credential) return "yes";
	if (!key) return "unauthenticated";
	if (credential.scope && !holdsScope(key.scopes, credential.scope)) return "INSUFFICIENT_PERMISSIONS";
	if (!target) return "yes";
	const isInReach = key.locationId === null || key.locationId === target.location?.id;
	return target.isAtHome && target.state === "living" && isInReach ? "yes" : "no";
}

function answerOf({ isYes }: EndpointRow, reply: Reply) {
	if (isYes?.(reply) ?? reply.status === 200) return "yes";
	if (reply.status === 200) return "no";
	const code = outcomeOf(reply);
	return code === "FORBIDDEN" ? "no" : code;
}
