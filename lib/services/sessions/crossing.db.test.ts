import { expect, test } from "vitest";
import { contextFor, makeAgency, NOW } from "#lib/testing/factories.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { changeAgencyRole } from "../people/change-agency-role.ts";
import { endSession } from "./end.ts";
import { findSignedIn } from "./find.ts";
import { startSession } from "./start.ts";
import { stepUpSession } from "./step-up.ts";

const world = await testWorld();
const { database, owner } = world;
const ADDRESS = "203.0.113.7";

type Member = { agency: { id: string }; person: { id: string }; sid: string };

const pause = () => new Promise((resolve) => setTimeout(resolve, 150));

/** Whether a session lives on that a member steps up, when `work` begins before that is written. */
async function survives(work: (member: Member) => Promise<unknown>) {
	const agency = await makeAgency(world);
	const person = await makeAgencyPerson(world, agency, "MEMBER");
	const sid = await startSession(database, { personId: person.id, address: ADDRESS, client: "" }, NOW);
	const sessionId = (await findSignedIn(database, sid, NOW))?.session.id ?? "";
	const holder = await owner.connect();
	try {
		await holder.query("begin");
		await holder.query("select from sessions where id = $1 for update", [sessionId]);
		const steppingUp = stepUpSession(database, { personId: person.id, sessionId }, NOW);
		await pause();
		const working = work({ agency: { id: agency.id }, person, sid });
		await pause();
		await holder.query("commit");
		const [steppedUp] = await Promise.all([steppingUp, working]);
		return steppedUp !== null && (await findSignedIn(database, steppedUp.sid, NOW)) !== null;
	} finally {
		holder.release();
	}
}

// The one that goes on is a row that did not exist when the others were looked for.
test("a session that is stepped up while its person gets another role ends as well", async () => {
	const changed = survives(({ agency, person }) =>
		changeAgencyRole(contextFor(world, agency, { role: "OWNER" }), { personId: person.id, role: "ADMIN" }),
	);

	expect(await changed).toBe(false);
});

test("a session that is stepped up while it is signed out ends as well", async () => {
	expect(await survives(({ sid }) => endSession(database, sid, ADDRESS, NOW))).toBe(false);
});
