import { describe, expect, test } from "vitest";
import {
	contextFor,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
} from "#lib/testing/factories.ts";
import { disableLeaverKeys, makeAgencyPerson } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { renameAgency } from "../agencies/rename.ts";
import { invite } from "../invitations/invite.ts";
import { withdrawInvitation } from "../invitations/withdraw.ts";
import { createLocation } from "../locations/create.ts";
import { handOver } from "./hand-over.ts";
import { removeFromAgency } from "./remove-from-agency.ts";

const world = await testWorld();
const ROUNDS = 15;

/** What went wrong in a way that nobody foresaw. */
const surprises = async (attempts: Promise<unknown>[]) =>
	(await Promise.allSettled(attempts)).flatMap((each) =>
		each.status === "rejected" && each.reason.code !== "not_found" ? [String(each.reason)] : [],
	);

describe("changes that lock the same rows do not wait for each other for ever", () => {
	test("a hand-over, and what locks the agency", async () => {
		for (let round = 0; round < ROUNDS; round++) {
			const agency = await makeAgency(world);
			const ada = await makeAgencyPerson(world, agency, "OWNER");
			const { id: personId } = await makeAgencyPerson(world, agency, "MEMBER");
			const ctx = contextFor(world, agency, { role: "OWNER", person: ada });

			const ended = await surprises([
				handOver(ctx, { personId }),
				createLocation(ctx, { name: "New" }),
				renameAgency(ctx, { name: "Renamed" }),
			]);

			expect(ended).toEqual([]);
		}
	});

	test("a removal that switches keys off, and the withdrawal of an offer to the same person", async () => {
		for (let round = 0; round < ROUNDS; round++) {
			const agency = await makeAgency(world);
			await disableLeaverKeys(world, agency);
			const person = await makePerson(world);
			await makeMember(world, agency, person, "MANAGER", await makeLocation(world, agency));
			for (let made = 0; made < 3; made++) await makeKey(world, agency, { createdBy: person });
			const ada = await makeAgencyPerson(world, agency, "OWNER");
			const ctx = contextFor(world, agency, { role: "OWNER", person: ada });
			const offer = { locationId: (await makeLocation(world, agency)).id, role: "VIEWER" } as const;
			const { id: invitationId } = await invite(ctx, { email: person.email, offer });

			const ended = await surprises([
				removeFromAgency(ctx, { personId: person.id }),
				new Promise((resolve) => setTimeout(resolve, round)).then(() =>
					withdrawInvitation(ctx, { invitationId }),
				),
			]);

			expect(ended).toEqual([]);
		}
	});
});
