import { beforeAll, describe, expect, test } from "vitest";
import { SCOPES } from "#lib/core/scopes.ts";
import { makeContact, makeCustomField, makeLocationValue, makeTag } from "#lib/testing/contacts.ts";
import { bodyOf, openEntrances, type Reply, testSurroundings } from "#lib/testing/entrances.ts";
import {
	daysFrom,
	makeAgency,
	makeKey,
	makeLocation,
	makeMember,
	makePerson,
} from "#lib/testing/factories.ts";
import { makeForm, makeLink } from "#lib/testing/forms.ts";
import { hostileCalls, type Names, rightCall, type Try } from "#lib/testing/hostile.ts";
import { makeWorkflow } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { DIALECTS, operationsOf } from "./openapi/document.ts";
import type { Operation } from "./openapi/hot-lane-operations.ts";

const world = await testWorld();
const { entrances, reported } = await openEntrances(testSurroundings(world.database));
const agency = await makeAgency(world);
const caller = await makeKey(world, agency, { scopes: [...SCOPES] });
const foreign = await makeLocation(world, await makeAgency(world));

const [entrance] = entrances;
if (!entrance) throw new Error("there is no entrance");
const { send } = entrance;

/** Things of a place of its own, so that no operation's calls are in the way of another's. */
async function makeNames({ operationId, path }: Operation): Promise<Names> {
	const location = await makeLocation(world, agency);
	const key = await makeKey(world, agency, { location });
	const contact = await makeContact(world, location);
	const soon = daysFrom(new Date(), 30);
	return {
		locationId: location.id,
		apiId: location.id,
		companyId: agency.id,
		contactId: contact.id,
		startAfterId: contact.id,
		workflowId: (await makeWorkflow(world, location)).id,
		linkId: (await makeLink(world, location)).id,
		formId: (await makeForm(world, location)).id,
		userId: (await makeMember(world, agency, await makePerson(world), "MANAGER", location)).id,
		id: path.includes("/customValues")
			? await makeLocationValue(world, location)
			: (await makeCustomField(world, location)).id,
		tagId: await makeTag(world, location),
		keyId: key.id,
		key: key.secret,
		token: key.secret,
		keys: ["lk_agy_nothing"],
		name: key.id,
		level: "LOCATION",
		scopes: ["contacts.readonly"],
		email: `${key.id}@example.test`,
		emails: [`${key.id}@example.test`],
		phone: "+4930123456",
		password: "twelve sturdy umbrellas 7",
		url: "https://example.test/",
		website: "https://example.test/",
		redirectTo: "https://example.test/",
		timezone: "Europe/Berlin",
		country: "DE",
		dateOfBirth: "1990-05-01",
		dataType: "TEXT",
		clientIp: "203.0.113.9",
		allowedAddresses: ["203.0.113.0/24"],
		expiresAt: soon.toISOString(),
		eventStartTime: soon.toISOString(),
		expires: soon.getTime(),
		permissions: operationId === "verifyKey" ? "contacts.readonly" : ["contacts.readonly"],
		...{
			locationIds: undefined,
			options: undefined,
			picklistOptions: undefined,
			cursor: undefined,
			refill: undefined,
		},
	};
}

/** Notes each change of a table, but for the names of calls, which are taken and given back by refused ones. */
beforeAll(async () => {
	await world.owner.query(`
		create table changes_seen (seq bigserial primary key, name text not null);
		create function note_change() returns trigger language plpgsql security definer as $$
		begin
			insert into changes_seen (name) values (tg_op || ' ' || tg_table_name);
			return null;
		end $$;
		do $$ declare name text; begin
			for name in select tablename from pg_tables where schemaname = 'public'
				and tablename not in ('changes_seen', 'idempotent_calls') loop
				execute format('create trigger note_change after insert or update or delete on %I
					for each row execute function note_change()', name);
			end loop;
		end $$;`);
});

async function changesSeen(): Promise<string[]> {
	const { rows } = await world.owner.query("delete from changes_seen returning name");
	return rows.map(({ name }) => name);
}

const OUR_INSIDE = /prisma|postgres|\.ts:|node_modules/i;
const ANSWER_MAX = 16_000;

type Told = { code?: string; type?: string; errors?: { field?: string; location?: string }[] };

/** What is wrong with how a call was answered. */
function faultsOf({ what, at, sent }: Try, { status, headers, body }: Reply): string[] {
	if (status < 400) return [];
	const told = bodyOf({ status, headers, body }) as Told & { error?: Told };
	const { code, type = "", errors = [] } = sent.path.startsWith("/api/unkey/") ? (told.error ?? {}) : told;
	const isOfInput = code === "invalid_input" || type.endsWith("#invalid_input");
	const fields = errors.map(({ field, location }) => `${field ?? location}`.toLowerCase());
	const named = at?.replaceAll("-", "").toLowerCase();
	const faults = {
		"is a failure of ours": status >= 500,
		"has no code": !code && !type.includes("#"),
		"has no request id": !headers["x-request-id"] || !body.includes(`"requestId":`),
		"is long": body.length > ANSWER_MAX,
		"tells of our inside": OUR_INSIDE.test(body),
		"names no field": isOfInput && fields.length === 0,
		"names another field":
			isOfInput && named && !fields.some((name) => name.replace("-", "").includes(named)),
	};
	return Object.entries(faults).flatMap(([fault, isSo]) =>
		isSo ? [`${what}: the answer ${fault}: ${status} ${body.slice(0, 300)}`] : [],
	);
}

/** Sends many calls a few at a time, and adds to each its answer. */
async function answersTo(tries: readonly Try[]) {
	const answered: { one: Try; reply: Reply }[] = [];
	const waiting = [...tries];
	const work = async () => {
		for (let one = waiting.shift(); one; one = waiting.shift()) {
			answered.push({ one, reply: await send(one.sent) });
		}
	};
	await Promise.all([work(), work(), work(), work()]);
	return answered;
}

const OPERATIONS = DIALECTS.flatMap((dialect) => operationsOf(dialect));

describe.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))(
	"%s",
	(_name, operation) => {
		test("refuses hostile input by the name of the field, changes nothing, and never fails", async () => {
			const tries = hostileCalls(operation, await makeNames(operation), caller.secret, foreign.id);
			const right = await send(rightCall(operation, await makeNames(operation), caller.secret));
			const answers = await answersTo(tries);
			const refused = answers.filter(({ reply }) => reply.status >= 400);
			await changesSeen();

			const again = await answersTo(refused.map(({ one }) => one));

			expect(reported.splice(0)).toEqual([]);
			expect(refused.flatMap(({ one, reply }) => faultsOf(one, reply))).toEqual([]);
			expect(again.every(({ reply }) => reply.status >= 400)).toBe(true);
			expect(await changesSeen()).toEqual([]);
			// Otherwise it was not the hostile part that was refused.
			expect([400, 404, 415, 422]).not.toContain(right.status);
		}, 60_000);
	},
);
