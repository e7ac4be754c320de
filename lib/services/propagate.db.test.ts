import { describe, expect, test } from "vitest";
import type { Context } from "#lib/data/context.ts";
import { startedChannel } from "#lib/testing/channel.ts";
import {
	contextFor,
	type KeyOptions,
	keyFields,
	makeAgency,
	makeKey,
	NOW,
	storedKey,
	type TestKey,
} from "#lib/testing/factories.ts";
import { openRelay } from "#lib/testing/relay.ts";
import { anotherDatabase, testWorld } from "#lib/testing/world.ts";
import { deleteKey } from "./keys/delete.ts";
import { editKey } from "./keys/edit.ts";
import { restoreKey } from "./keys/restore.ts";
import { revokeKey } from "./keys/revoke.ts";
import { setKeyEnabled } from "./keys/set-enabled.ts";

const world = await testWorld();

type Verb = {
	act: (ctx: Context, key: TestKey) => Promise<{ propagation: unknown }>;
	done: Record<string, unknown>;
	key?: KeyOptions;
};

const edit = (key: TestKey) => {
	const { level: _level, locationId: _location, ...fields } = keyFields(null);
	return { ...fields, keyId: key.id, version: 1, title: "Edited" };
};
const verbs: [string, Verb][] = [
	["editing", { act: (ctx, key) => editKey(ctx, edit(key)), done: { title: "Edited" } }],
	[
		"revoking",
		{ act: (ctx, key) => revokeKey(ctx, { keyId: key.id, reason: "Leaked" }), done: { revoked_at: NOW } },
	],
	["deleting", { act: (ctx, key) => deleteKey(ctx, { keyId: key.id }), done: { deleted_at: NOW } }],
	[
		"restoring",
		{
			act: (ctx, key) => restoreKey(ctx, { keyId: key.id }),
			key: { deletedAt: NOW },
			done: { deleted_at: null },
		},
	],
	[
		"switching off",
		{ act: (ctx, key) => setKeyEnabled(ctx, { keyId: key.id, enabled: false }), done: { enabled: false } },
	],
];

async function arrange(options: KeyOptions = {}) {
	const agency = await makeAgency(world);
	const key = await makeKey(world, agency, options);
	const database = anotherDatabase(world.appUrl);
	await database.changes.start();
	const ctx = { ...contextFor(world, agency, { role: "OWNER" }), database };
	return { key, ctx };
}

describe.each(verbs)("%s a key", (_name, { act, done, key: options }) => {
	test("is answered when all who answer from memory have heard of it", async () => {
		const { key, ctx } = await arrange(options);
		const channels = [await startedChannel(world.appUrl), await startedChannel(world.appUrl)];

		const { propagation } = await act(ctx, key);

		expect(propagation).toEqual({ propagated: true });
		for (const { heard } of channels) expect(heard).toContainEqual({ kind: "keys", keyIds: [key.id] });
	});

	test("is done also when somebody has not heard of it, who is named, with the end of their word", async () => {
		const { key, ctx } = await arrange(options);
		const relay = await openRelay(world.appUrl);
		const deaf = await startedChannel(relay.url, 1_000);
		relay.hush();

		const { propagation } = await act(ctx, key);

		expect(propagation).toMatchObject({
			propagated: false,
			laggards: [expect.any(String)],
			certainBy: expect.any(Date),
		});
		expect(deaf.heard).not.toContainEqual({ kind: "keys", keyIds: [key.id] });
		expect(await storedKey(world, key.id)).toMatchObject(done);
		await relay.mend();
	});
});

test("what is refused tells nobody", async () => {
	const { key, ctx } = await arrange({ revoked: true });
	const { heard } = await startedChannel(world.appUrl);

	await expect(revokeKey(ctx, { keyId: key.id, reason: "Again" })).rejects.toMatchObject({
		code: "conflict",
	});

	expect(await ctx.database.changes.confirm()).toEqual({ propagated: true });
	expect(heard).toEqual([]);
});
