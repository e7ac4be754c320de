import { expect, test } from "vitest";
import { keyRing } from "#lib/config/secrets.ts";
import { JOB_NAMES, type JobName, type JobPayload, payloadSchemaOf } from "#lib/core/jobs.ts";
import { digestKey } from "#lib/core/keys/digest.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import {
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
	makePolicy,
} from "#lib/testing/factories.ts";
import { tellKeepers } from "#lib/testing/notifications.ts";
import { makeEndpoint, publish } from "#lib/testing/webhook-endpoints.ts";
import { makeWorkflow, start, storedRuns } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { runJob } from "./run-job.ts";

const world = await testWorld();
const { database, owner } = world;
const NOW = new Date();

const within = <T>(begin: (signal: AbortSignal) => Promise<T>) => begin(new AbortController().signal);

/** Something for every job to do. */
async function makeWork() {
	const agency = await makeAgency(world);
	await makeMember(world, agency, await makePerson(world), "OWNER");
	await makePolicy(world, agency, { inactivityDays: 90 });
	const leaked = await makeKey(world, agency, {
		createdAt: daysFrom(NOW, -80),
		lastUsedAt: daysFrom(NOW, -80),
	});
	const expiring = await makeKey(world, agency, { expiresAt: daysFrom(NOW, 3) });
	await makeKey(world, agency, { deletedAt: daysFrom(NOW, -40) });
	await tellKeepers(world, agency, { at: daysFrom(NOW, -1) });
	await tellKeepers(world, agency, { at: daysFrom(NOW, -400) });
	const location = await makeLocation(world, agency);
	await makeWorkflow(world, location);
	await start(world, location, (await makeContact(world, location)).id);
	const [run] = await storedRuns(world, location);
	const endpoint = await makeEndpoint(world, agency);
	await publish(world, agency, "key", daysFrom(NOW, -1));
	await owner.query("delete from graphile_worker._private_jobs");
	return { agency, leaked, expiring, endpoint, runId: run?.id ?? "" };
}

/** Every row of every table and every sequence, the queue's as well. */
async function fingerprint() {
	const { rows: tables } = await owner.query<{ name: string }>(
		`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where c.relkind in ('r', 'S') and n.nspname in ('public', 'graphile_worker') order by 1`,
	);
	const prints: Record<string, string[]> = {};
	for (const { name } of tables) {
		const { rows } = await owner.query<{ row: string }>(
			`select to_json(t)::text as row from (select * from ${name}) t order by 1`,
		);
		prints[name] = rows.map(({ row }) => row);
	}
	return prints;
}

const { agency, leaked, expiring, endpoint, runId } = await makeWork();

const TOLD: { [Name in JobName]?: JobPayload<Name> } = {
	"run-workflow": { agencyId: agency.id, runId },
	"deliver-webhooks": { agencyId: agency.id, endpointId: endpoint.id },
	"tell-new-addresses": {
		keys: [
			{ eventId: crypto.randomUUID(), agencyId: agency.id, keyId: expiring.id, addresses: ["203.0.113.9"] },
		],
	},
	"revoke-leaked": {
		digests: keyRing("key-pepper").map((pepper) => digestKey(leaked.secret, pepper).toString("base64url")),
		note: "",
		url: null,
	},
};

async function runNamed<Name extends JobName>(name: Name, dryRun: boolean) {
	const payload = payloadSchemaOf(name).parse(TOLD[name] ?? {});
	return runJob(name, { database, now: NOW, dryRun, within }, payload);
}

test.each(JOB_NAMES)("a dry run of %s writes nothing at all, and a run does", async (name) => {
	const before = await fingerprint();

	const { words } = await runNamed(name, true);

	expect(await fingerprint()).toEqual(before);
	expect(words).not.toBe("");
	await runNamed(name, false);
	expect(await fingerprint()).not.toEqual({ ...before, job_runs: (await fingerprint()).job_runs });
});
