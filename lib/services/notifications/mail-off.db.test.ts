import { expect, test } from "vitest";
import { mailNotifications } from "#lib/jobs/handlers/mail-notifications.ts";
import { signedInAs } from "#lib/testing/account.ts";
import { makeAgency, minutesFrom, NOW } from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { testWorld } from "#lib/testing/world.ts";
import { chooseMail } from "./settings.ts";

const world = await testWorld();

const run = (minutes: number) =>
	mailNotifications(
		{
			database: world.database,
			now: minutesFrom(NOW, minutes),
			dryRun: false,
			signal: new AbortController().signal,
		},
		{},
	);

// Whoever sets mail up later does not mail what has long been read about.
test("where mail is not set up, what waits is found to need no mail, once", async () => {
	const agency = await makeAgency(world);
	const { account } = await signedInAs(world, await makeAgencyPerson(world, agency, "OWNER"));
	await chooseMail(account, "AT_ONCE");
	await tellKeepers(world, agency);

	expect(await run(2)).toBe("Mailed 0 people; 1 need no mail; 0 could not be mailed.");
	expect(await run(3)).toBe("Mailed 0 people; 0 need no mail; 0 could not be mailed.");
});
