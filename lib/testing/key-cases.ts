import type { AuditAction } from "#lib/core/audit.ts";
import { newId } from "#lib/core/ids.ts";
import { keyPermission } from "#lib/core/permissions.ts";
import type { Context } from "#lib/data/context.ts";
import { type KeyOptions, makeKey, NOW, storedKey, type TestKey } from "./factories.ts";
import { fourCases, type Place } from "./four-cases.ts";
import type { World } from "./world.ts";

type KeyVerb = {
	action: AuditAction;
	/** How the key stands before. */
	key?: KeyOptions;
	/** What else there is about it before. */
	prepare?: (key: TestKey) => Promise<unknown>;
	act: (ctx: Context, key: TestKey) => Promise<unknown>;
	/** Columns that its row has once it is done. */
	done: Record<string, unknown>;
	/** Only those who may change keys may know of this one: it is in the trash. */
	inTrash?: boolean;
};

export const permissionAt = (place: Place, verb: "read" | "write") =>
	keyPermission(place === "agency" ? null : "its location", verb);

/** {@link fourCases} of a verb that changes one key, at both levels. */
export function keyCases(world: World, verb: KeyVerb) {
	const { action, act, done, key = {}, prepare, inTrash = false } = verb;
	fourCases<TestKey>({
		world,
		places: ["agency", "location"],
		permission: (place) => permissionAt(place, "write"),
		knows: (place) => permissionAt(place, inTrash ? "write" : "read"),
		action,
		async arrange({ place, agency, location }) {
			const made = await makeKey(world, agency, place === "location" ? { ...key, location } : key);
			await prepare?.(made);
			return made;
		},
		act,
		absent: (target) => ({ ...target, id: newId() }),
		...(!inTrash && {
			remove: (_scene, target) =>
				world.owner.query("update api_keys set deleted_at = $2 where id = $1", [target.id, NOW]),
		}),
		observe: (_scene, target) => storedKey(world, target.id),
		done: { ...done, version: 2, updated_at: NOW },
	});
}
