import { describe, expect, test } from "vitest";
import type { AuditAction } from "#lib/core/audit.ts";
import type { ErrorCode } from "#lib/core/errors.ts";
import { PERMISSIONS, type Permission, type PersonRole } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import {
	auditTrail,
	contextFor,
	makeAgency,
	makeLocation,
	type TestAgency,
	type TestLocation,
} from "./factories.ts";
import type { World } from "./world.ts";

export type Place = "agency" | "location";

/** An agency with one location. At the place "agency" the verb is about the agency itself. */
export type Scene = { world: World; place: Place; agency: TestAgency; location: TestLocation };

export type WriteVerb<Target> = {
	world: World;
	places: readonly Place[];
	/** What a role must be allowed. */
	permission: (place: Place) => Permission;
	/** Roles without this get the answer for a row that does not exist; null when everybody may know of it. */
	knows: (place: Place) => Permission | null;
	/** Null for what the audit log does not tell: changes of CRM records. */
	action: AuditAction | null;
	/** Makes what the verb is called with. */
	arrange: (scene: Scene) => Promise<Target>;
	act: (ctx: Context, target: Target) => Promise<unknown>;
	/** The same call about a row that never existed. Left out when the call names no row. */
	absent?: (target: Target) => Target;
	/** Turns the row into a deleted one, where that hides it. */
	remove?: (scene: Scene, target: Target) => Promise<unknown>;
	/** What is stored that the verb may change. */
	observe: (scene: Scene, target: Target) => Promise<unknown>;
	/** What {@link observe} must contain once it is done. */
	done: unknown;
};

/** What changes of a location's CRM records have in common. */
export const CRM_VERB = {
	places: ["location"],
	permission: () => "crm.write",
	knows: () => "crm.read",
	action: null,
} as const satisfies Partial<WriteVerb<unknown>>;

const ROLES: readonly PersonRole[] = ["OWNER", "ADMIN", "MEMBER", "MANAGER", "VIEWER"];

/**
 * The four cases that every write verb answers for, by role, at each place: does it, refuses the wrong role, cannot
 * see a neighbour's row, leaves exactly one audit event (none when it refuses, or when there is no action for one).
 */
export function fourCases<Target>(verb: WriteVerb<Target>) {
	describe.each(verb.places)("at the %s", (place) => {
		const allowed: readonly PersonRole[] = PERMISSIONS[verb.permission(place)];

		const news = verb.action === null ? "no audit event" : "one audit event says who did what";
		test.each(allowed)(`%s does it, and ${news}`, async (role) => {
			const { scene, target } = await set(verb, place);
			const ctx = contextOf(scene, role);

			await verb.act(ctx, target);

			expect(await verb.observe(scene, target)).toMatchObject(verb.done as object);
			const trail = await auditTrail(scene.world, scene.agency);
			const event = { action: verb.action, actorId: ctx.actor.id };
			expect(trail).toMatchObject(verb.action === null ? [] : [event]);
			if (place === "location" && verb.action) expect(trail[0]?.locationId).toBe(scene.location.id);
		});

		test.each(ROLES.filter((role) => !allowed.includes(role)))(
			"%s is refused, and nothing is changed or recorded",
			async (role) => {
				const { scene, target } = await set(verb, place);
				const before = await verb.observe(scene, target);
				const knows = verb.knows(place);
				const mayKnow = knows === null || (PERMISSIONS[knows] as readonly PersonRole[]).includes(role);

				const refusal = await refusalOf(verb.act(contextOf(scene, role), target));

				expect(refusal.code).toBe<ErrorCode>(mayKnow ? "forbidden" : "not_found");
				expect(await verb.observe(scene, target)).toEqual(before);
				expect(await auditTrail(scene.world, scene.agency)).toEqual([]);
			},
		);

		const { absent: absentOf, remove } = verb;
		if (!absentOf) return;

		// A different answer would tell a stranger which ids exist.
		test("neighbours get the same answer as for a row that never existed", async () => {
			const { scene, target } = await set(verb, place);
			const absent = absentOf(target);
			const before = await verb.observe(scene, target);

			for (const ctx of await neighbours(scene)) {
				const refusal = await refusalOf(verb.act(ctx, target));
				expect(refusal).toEqual(await refusalOf(verb.act(ctx, absent)));
				expect(refusal.code).toBe("not_found");
				expect(await auditTrail(scene.world, { id: ctx.agencyId })).toEqual([]);
			}
			expect(await verb.observe(scene, target)).toEqual(before);
			expect(await auditTrail(scene.world, scene.agency)).toEqual([]);
		});

		if (!remove) return;

		test.each(ROLES)("to %s a deleted row is a row that never existed", async (role) => {
			const { scene, target } = await set(verb, place);
			await remove(scene, target);
			const absent = absentOf(target);
			const ctx = contextOf(scene, role);

			const refusal = await refusalOf(verb.act(ctx, target));

			expect(refusal).toEqual(await refusalOf(verb.act(ctx, absent)));
			expect(refusal.code).toBe("not_found");
		});
	});
}

async function set<Target>({ world, arrange }: WriteVerb<Target>, place: Place) {
	const agency = await makeAgency(world);
	const scene: Scene = { world, place, agency, location: await makeLocation(world, agency) };
	return { scene, target: await arrange(scene) };
}

const contextOf = (scene: Scene, role: PersonRole) =>
	contextFor(scene.world, scene.agency, { role, location: scene.location });

/** Everybody next door: another agency's owner and manager, and the manager of a sibling location. */
async function neighbours({ world, agency }: Scene) {
	const sibling = await makeLocation(world, agency);
	const otherAgency = await makeAgency(world);
	const otherLocation = await makeLocation(world, otherAgency);
	return [
		contextFor(world, otherAgency, { role: "OWNER" }),
		contextFor(world, otherAgency, { role: "MANAGER", location: otherLocation }),
		contextFor(world, agency, { role: "MANAGER", location: sibling }),
	];
}

/** All that a refusal tells whoever reads it. Fails when there was none. */
export async function refusalOf(attempt: Promise<unknown>) {
	const error = await attempt.then(
		() => null,
		(reason: unknown) => reason,
	);
	expect(error, "the call should have been refused").toMatchObject({ name: "AppError" });
	const { code, detail, message, fields } = error as {
		code: ErrorCode;
		detail: string;
		message: string;
		fields: { field: string; message: string }[];
	};
	return { code, detail, message, fields };
}
