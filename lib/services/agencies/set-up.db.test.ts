import { beforeEach, describe, expect, test } from "vitest";
import type { SetUpForm } from "#lib/core/places/set-up-form.ts";
import { auditTrail, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { checkPassword } from "../people/check-password.ts";
import { listPlaces } from "../people/list-places.ts";
import { findSetUpToken } from "./find-set-up-token.ts";
import { setUpInstallation } from "./set-up.ts";

const world = await testWorld();
const { database, owner } = world;

let made = 0;
/** What nobody has typed before in this file. */
function newForm(change: Partial<SetUpForm> = {}): SetUpForm {
	made += 1;
	return {
		agencyName: "Bright Agency",
		slug: `bright-${made}`,
		name: "Ada Owner",
		email: `ada-${made}@example.test`,
		password: "seven brown boats at dawn",
		...change,
	};
}
const setUp = (token: string, form = newForm()) =>
	setUpInstallation(database, { token, form, address: "203.0.113.7" }, NOW);
const count = async () => {
	const { rows } = await owner.query<{ agencies: number; people: number; owners: number }>(
		`select (select count(*)::int from agencies) as agencies, (select count(*)::int from users) as people,
			(select count(*)::int from agency_members where role = 'OWNER') as owners`,
	);
	const [{ agencies, people, owners } = { agencies: 0, people: 0, owners: 0 }] = rows;
	return [agencies, people, owners];
};
const oneMore = (counts: number[]) => counts.map((number) => number + 1);
const tokenNow = async () => (await findSetUpToken(database)) ?? "";

beforeEach(async () => {
	await owner.query("update installation set set_up_at = null, nonce = gen_random_uuid()");
});

test("makes the agency and its owner, who can sign in, and one audit event; afterwards there is no token", async () => {
	const form = newForm();

	const done = await setUp(await tokenNow(), form);

	expect(done).toEqual({ slug: form.slug });
	const person = await checkPassword(database, form.email, form.password);
	const [place] = await listPlaces(database, person?.id ?? "");
	expect(place).toMatchObject({ agency: { slug: form.slug, name: "Bright Agency" }, role: "OWNER" });
	const trail = await auditTrail(world, { id: place?.agency.id ?? "" });
	expect(trail).toMatchObject([{ action: "agency.create", actorId: person?.id }]);
	expect(await findSetUpToken(database)).toBeNull();
});

test("twenty at once make one agency with one owner; for the others there is nothing here any more", {
	timeout: 120_000,
}, async () => {
	const [token, before] = [await tokenNow(), await count()];

	const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => setUp(token)));

	const refused = attempts.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
	expect(refused).toEqual(Array.from({ length: 19 }, () => "not_found"));
	expect(await count()).toEqual(oneMore(before));
});

describe("is refused, and makes nothing,", () => {
	test.each(["", "x", `${"A".repeat(43)}`])("with the wrong token %j", async (token) => {
		const before = await count();

		const refusal = await refusalOf(setUp(token));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "token" }] });
		expect(await count()).toEqual(before);
	});

	test("with the token of another installation", async () => {
		const old = await tokenNow();
		await owner.query("update installation set nonce = gen_random_uuid()");

		const refusal = await refusalOf(setUp(old));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "token" }] });
	});

	test("with the right token a second time", async () => {
		const token = await tokenNow();
		await setUp(token);
		const before = await count();

		const refusal = await refusalOf(setUp(token));

		expect(refusal.code).toBe("not_found");
		expect(await count()).toEqual(before);
	});

	test("with a password that people must not choose, and the token goes on", async () => {
		const token = await tokenNow();

		const refusal = await refusalOf(setUp(token, newForm({ password: "too short" })));

		expect(refusal).toMatchObject({ code: "invalid_input", fields: [{ field: "password" }] });
		expect(await tokenNow()).toBe(token);
	});
});
