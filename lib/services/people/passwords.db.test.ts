import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makePerson, NOW } from "#lib/testing/factories.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { checkPassword, confirmPassword } from "./check-password.ts";
import { createPerson } from "./create.ts";

const world = await testWorld();
const PASSWORD = "correct horse battery staple";
// A hash takes a good part of a second, so the people who are only looked at are made once.
const ada = await makePerson(world, { password: PASSWORD });
const disabled = await makePerson(world, { password: PASSWORD, disabled: true });

describe("signing in", () => {
	test("answers with the person for the right password", async () => {
		expect(await checkPassword(world.database, ada.email, PASSWORD)).toEqual({
			id: ada.id,
			name: ada.name,
			email: ada.email,
			passwordChangedAt: null,
			hasSecondFactor: false,
		});
	});

	test("answers null alike for a wrong password, an unknown address and a disabled account", async () => {
		expect(await checkPassword(world.database, ada.email, `${PASSWORD}r`)).toBeNull();
		expect(await checkPassword(world.database, "nobody@example.test", PASSWORD)).toBeNull();
		expect(await checkPassword(world.database, disabled.email, PASSWORD)).toBeNull();
	});

	// Otherwise the clock tells a stranger which addresses have an account.
	test("does the work of a password check for an unknown address and a disabled account too", async () => {
		const time = async (email: string) => {
			const start = performance.now();
			await checkPassword(world.database, email, "wrong");
			return performance.now() - start;
		};

		const known = Math.min(await time(ada.email), await time(ada.email));

		// A look-up alone takes a hundredth of it.
		expect(await time("nobody@example.test")).toBeGreaterThan(known / 3);
		expect(await time(disabled.email)).toBeGreaterThan(known / 3);
	});

	test("tells passwords apart beyond 72 bytes and beyond a NUL", async () => {
		const long = `${"a".repeat(80)}\0`;
		const { email } = await makePerson(world, { password: `${long}1` });

		expect(await checkPassword(world.database, email, `${long}2`)).toBeNull();
		expect(await checkPassword(world.database, email, `${long}1`)).not.toBeNull();
	});

	test("takes a password in any Unicode form that looks the same", async () => {
		const person = await makePerson(world, { password: "pässwörd" });

		expect(await checkPassword(world.database, person.email, "pässwörd".normalize("NFD"))).not.toBeNull();
	});
});

describe("proving the password again", () => {
	test("accepts one's own and no other", async () => {
		expect(await confirmPassword(world.database, ada.id, PASSWORD)).toBe(true);
		expect(await confirmPassword(world.database, ada.id, "somebody else's")).toBe(false);
		expect(await confirmPassword(world.database, newId(), PASSWORD)).toBe(false);
	});

	test("proves nothing for a disabled account", async () => {
		expect(await confirmPassword(world.database, disabled.id, PASSWORD)).toBe(false);
	});
});

describe("a new account", () => {
	test("stores no password that could be read", async () => {
		const { id } = await createPerson(
			world.database,
			{ email: "ada@example.test", name: "Ada", password: PASSWORD },
			NOW,
		);

		const { rows } = await world.owner.query("select u::text as row from users u where id = $1", [id]);
		expect(rows[0].row).toMatch(/[0-9a-f]{12}:\$2[aby]\$12\$/);
		expect(rows[0].row).not.toContain(PASSWORD.split(" ")[0]);
	});

	test("is refused for an address that somebody has, also when two ask at once", async () => {
		const person = { email: "twice@example.test", name: "Twice", password: PASSWORD };

		const attempts = await Promise.allSettled([
			createPerson(world.database, person, NOW),
			createPerson(world.database, person, NOW),
		]);

		expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
		const refusal = await refusalOf(createPerson(world.database, person, NOW));
		expect(refusal).toMatchObject({ code: "conflict", fields: [{ field: "email" }] });
	});
});
