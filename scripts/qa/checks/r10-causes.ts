import { makeScene, type Question, verify } from "../adapter.ts";
import { expect, figure } from "../figures.ts";
import type { QaCheck } from "../qa-check.ts";
import type { Rig } from "../rig.ts";
import { keyAt, type SeedOptions, seedKeys } from "../seed-keys.ts";

/** Reasons to say no, in the order in which they must be told. */
const CAUSES = [
	"REVOKED",
	"DISABLED",
	"EXPIRED",
	"SUSPENDED",
	"FORBIDDEN",
	"INSUFFICIENT_PERMISSIONS",
	"USAGE_EXCEEDED",
] as const;
type Cause = (typeof CAUSES)[number];

const SUBSETS = Array.from({ length: 2 ** CAUSES.length }, (_, bits) =>
	CAUSES.filter((_cause, place) => bits & (1 << place)),
);

/** A first answer from the database, and two from memory. */
const ROUNDS = 3;
const ALLOWED_ADDRESS = "198.51.100.7";
const OTHER_ADDRESS = "198.51.100.8";

export const causes: QaCheck = {
	id: "R10",
	title: "no two reasons to refuse a key make it good, and the first of them is the one told",
	async run(rig, _form, found) {
		const scene = await makeScene(rig);
		const suspended = await makeSuspendedLocation(rig, scene.agencyId);
		const keys = await seedKeys(rig, scene.agencyId, SUBSETS.length, (index) =>
			keyWith(SUBSETS[index] ?? [], scene.locationId, suspended),
		);
		const wrong: string[] = [];
		for (const instance of rig.instances) {
			for (let round = 0; round < ROUNDS; round++) {
				const answers = SUBSETS.map((subset, index) =>
					verify(instance, keyAt(keys, index), { by: scene, ...questionFor(subset) }),
				);
				for (const [index, { code }] of (await Promise.all(answers)).entries()) {
					const subset = SUBSETS[index] ?? [];
					const wanted = subset[0] ?? "VALID";
					if (code !== wanted)
						wrong.push(`${instance.name}: {${subset.join(", ")}} is ${code}, not ${wanted}`);
				}
			}
		}
		figure(found, "verdicts", `${SUBSETS.length * ROUNDS * rig.instances.length - wrong.length} right`);
		expect(found, wrong.length === 0, `${wrong.length} verdicts were wrong: ${wrong.slice(0, 5).join("; ")}`);
	},
};

function keyWith(subset: readonly Cause[], locationId: string, suspendedLocationId: string): SeedOptions {
	const has = (cause: Cause) => subset.includes(cause);
	return {
		locationId: has("SUSPENDED") ? suspendedLocationId : locationId,
		allowedAddresses: [`${ALLOWED_ADDRESS}/32`],
		credits: has("USAGE_EXCEEDED") ? 0 : 1_000,
		expiresAt: new Date(Date.now() + (has("EXPIRED") ? -60_000 : 3_600_000)),
		enabled: !has("DISABLED"),
		revokedAt: has("REVOKED") ? new Date() : null,
	};
}

const questionFor = (subset: readonly Cause[]): Question => ({
	clientIp: subset.includes("FORBIDDEN") ? OTHER_ADDRESS : ALLOWED_ADDRESS,
	scopes: [subset.includes("INSUFFICIENT_PERMISSIONS") ? "contacts.write" : "contacts.readonly"],
	cost: 1,
});

async function makeSuspendedLocation({ owner }: Rig, agencyId: string) {
	const { rows } = await owner.query(
		`insert into locations (agency_id, id, slug, name, suspended_at, created_at)
			values ($1, gen_random_uuid(), 'closed', 'Closed', now(), now()) returning id`,
		[agencyId],
	);
	return String(rows[0]?.id);
}
