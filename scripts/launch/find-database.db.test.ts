import { expect, test } from "vitest";
import { testDatabase } from "#lib/testing/database.ts";
import { findDatabase } from "./find-database.ts";
import { Shutdown } from "./shutdown.ts";

const { appUrl, ownerUrl } = await testDatabase();
const shutdown = new Shutdown();
const find = (DATABASE_URL: string) =>
	findDatabase(shutdown, {
		DATABASE_URL,
		DATABASE_MIGRATE_URL: ownerUrl,
		secrets: "none of it is needed",
		dataDir: "/nowhere",
	});

test("a command works as the login that the product serves with", async () => {
	expect(await find(appUrl)).toBe(appUrl);
});

test("no command works as the owner of the tables, whom no wall stops", async () => {
	await expect(find(ownerUrl)).rejects.toThrow("The app may not use the database as ");
});

test("a database that is away, or refuses the login, is told of in a sentence without the password", async () => {
	const wrong = Object.assign(new URL(appUrl), { password: "a-password" }).href;

	for (const [url, words] of [
		["postgresql://somebody:a-password@127.0.0.1:9/latchkey", "does not answer"],
		[wrong, "refuses the login"],
	] as const) {
		const { message } = await find(url).then(
			() => new Error("was let in"),
			(error: Error) => error,
		);
		expect(message).toContain(words);
		expect(message).not.toContain("a-password");
	}
});
