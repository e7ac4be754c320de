import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { CHANGES_MAX } from "#lib/core/keys/review.ts";
import { createKey } from "#lib/services/keys/create.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import {
	auditTrail,
	contextFor,
	keyFields,
	makeAgency,
	makeKey,
	makeLocation,
	NOW,
} from "#lib/testing/factories.ts";
import { fourCases, refusalOf } from "#lib/testing/four-cases.ts";
import { permissionAt } from "#lib/testing/key-cases.ts";
import { testWorld } from "#lib/testing/world.ts";
import { beginReview } from "./begin.ts";
import { describeReview } from "./describe.ts";
import { dropReview } from "./drop.ts";
import { exportReview } from "./export.ts";
import { finishReview } from "./finish.ts";
import { listKeyReviews, readReviewState } from "./list.ts";

const world = await testWorld();

/** An agency with a review under way, and its owner. */
async function begunReview() {
	const agency = await makeAgency(world);
	const ctx = contextFor(world, agency, { role: "OWNER" });
	const key = await makeKey(world, agency);
	const { id } = await beginReview(ctx, { locationId: null });
	return { agency, ctx, key, reviewId: id };
}

const storedReviews = async (agency: { id: string }) =>
	(await world.owner.query("select id, note from key_reviews where agency_id = $1", [agency.id])).rows;

describe("beginning a review", () => {
	fourCases<{ locationId: string | null }>({
		world,
		places: ["agency", "location"],
		permission: (place) => permissionAt(place, "write"),
		knows: (place) => permissionAt(place, "read"),
		action: "key_review.begin",
		arrange: async ({ place, location }) => ({ locationId: place === "location" ? location.id : null }),
		act: beginReview,
		observe: async ({ agency }) => ({ begun: (await auditTrail(world, agency)).length }),
		done: { begun: 1 },
	});

	test("a place has one review under way, however many people begin one at once", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const outcomes = await Promise.allSettled([1, 2, 3].map(() => beginReview(ctx, { locationId: null })));

		expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("the agency and each location have reviews of their own", async () => {
		const { agency, ctx } = await begunReview();
		const location = await makeLocation(world, agency);

		const review = await beginReview(ctx, { locationId: location.id });

		const state = await readReviewState(ctx, { locationId: location.id });
		expect(state.open).toMatchObject({ id: review.id, keysChanged: 0 });
	});

	test("a location that does not exist has none", async () => {
		const agency = await makeAgency(world);
		const ctx = contextFor(world, agency, { role: "OWNER" });

		const refusal = await refusalOf(beginReview(ctx, { locationId: newId() }));

		expect(refusal.code).toBe("not_found");
		expect(await auditTrail(world, agency)).toEqual([]);
	});
});

describe("finishing a review", () => {
	test.each(["MEMBER", "MANAGER"] as const)("is refused to a %s at the agency", async (role) => {
		const { agency, reviewId } = await begunReview();
		const location = await makeLocation(world, agency);
		const ctx = contextFor(world, agency, { role, location });

		const refusal = await refusalOf(finishReview(ctx, { locationId: null, reviewId, note: "" }));

		expect(refusal.code).toBe(role === "MEMBER" ? "forbidden" : "not_found");
		expect(await storedReviews(agency)).toEqual([]);
	});

	test("a neighbour's review is one that never existed", async () => {
		const { agency, reviewId } = await begunReview();
		const neighbour = contextFor(world, await makeAgency(world), { role: "OWNER" });

		const refusal = await refusalOf(finishReview(neighbour, { locationId: null, reviewId, note: "" }));

		expect(refusal.code).toBe("not_found");
		expect(await storedReviews(agency)).toEqual([]);
	});

	test("the record says what was found, what was changed since, and by whom", async () => {
		const { agency, ctx, key, reviewId } = await begunReview();
		await createKey(ctx, keyFields(null));
		await setKeyEnabled(ctx, { keyId: key.id, enabled: false });
		await setKeyEnabled(ctx, { keyId: key.id, enabled: true });
		await setKeyEnabled(ctx, { keyId: key.id, enabled: false });

		await finishReview(ctx, { locationId: null, reviewId, note: "All asked" });

		const review = await describeReview(ctx, { locationId: null, reviewId });
		expect(review).toMatchObject({
			finishedByName: ctx.actor.name,
			finishedAt: NOW.toISOString(),
			note: "All asked",
			keysLookedAt: 1,
			keysChanged: 1,
			countsBefore: { admin: 1 },
			isSound: true,
		});
		expect(review.changes?.map(({ title, action, fields }) => ({ title, action, fields }))).toEqual([
			{ title: key.title, action: "key.disable", fields: ["enabled"] },
			{ title: key.title, action: "key.enable", fields: ["enabled"] },
			{ title: key.title, action: "key.disable", fields: ["enabled"] },
		]);
		expect((await auditTrail(world, agency)).at(-1)).toMatchObject({
			action: "key_review.finish",
			subjectId: reviewId,
			after: { digest: review.digest, keysChanged: 1 },
		});
	});

	test("a location's record leaves out what was changed elsewhere", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const [here, elsewhere] = [await makeKey(world, agency, { location }), await makeKey(world, agency)];
		const owner = contextFor(world, agency, { role: "OWNER" });
		const manager = contextFor(world, agency, { role: "MANAGER", location });
		const { id } = await beginReview(manager, { locationId: location.id });
		for (const { id: keyId } of [here, elsewhere]) await setKeyEnabled(owner, { keyId, enabled: false });

		await finishReview(manager, { locationId: location.id, reviewId: id, note: "" });

		const review = await describeReview(manager, { locationId: location.id, reviewId: id });
		expect(review.changes?.map(({ keyId }) => keyId)).toEqual([here.id]);
	});

	test("two who finish at once make one record", async () => {
		const { agency, ctx, reviewId } = await begunReview();
		const finish = () => finishReview(ctx, { locationId: null, reviewId, note: "" });

		const outcomes = await Promise.allSettled([finish(), finish()]);

		expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
		expect(await storedReviews(agency)).toHaveLength(1);
		const state = await readReviewState(ctx, { locationId: null });
		expect(state).toMatchObject({ open: null, last: { id: reviewId } });
	});
});

/** As many changes of a key as a program makes in a long review, without the hashes of the chain. */
const changeOften = (agency: { id: string }, keyId: string, times: number) =>
	world.owner.query(
		`with head as (update audit_heads set seq = seq + $3 where agency_id = $1 returning seq - $3 as last)
		insert into audit_events (agency_id, seq, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
			address, before, after, hash_key_id, hash)
		select $1, head.last + n, gen_random_uuid(), now(), 'key', gen_random_uuid(), 'Program', 'key.edit', 'key', $2::text, '',
			'{"description": "a"}', '{"description": "b"}', '', '' from head, generate_series(1, $3) n`,
		[agency.id, keyId, times],
	);

describe("a review with more changes than anybody reads", () => {
	test("is finished with all of them, as long as they fit into one record", async () => {
		const { agency, ctx, key, reviewId } = await begunReview();
		await changeOften(agency, key.id, CHANGES_MAX);

		await finishReview(ctx, { locationId: null, reviewId, note: "" });

		const review = await describeReview(ctx, { locationId: null, reviewId });
		expect(review).toMatchObject({ keysChanged: 1, isSound: true });
		expect(review.changes).toHaveLength(CHANGES_MAX);
	});

	test("is not finished beyond that, and says so, but can be dropped", async () => {
		const { agency, ctx, key, reviewId } = await begunReview();
		await changeOften(agency, key.id, CHANGES_MAX + 1);

		const refusal = await refusalOf(finishReview(ctx, { locationId: null, reviewId, note: "" }));
		const { open } = await readReviewState(ctx, { locationId: null });
		await dropReview(ctx, { locationId: null, reviewId });

		expect(refusal).toMatchObject({ code: "conflict", detail: expect.stringContaining("10,000 times") });
		expect(open).toMatchObject({ keysChanged: 1, isTooLong: true });
		expect(await storedReviews(agency)).toEqual([]);
	});
});

describe("dropping a review", () => {
	test.each(["MEMBER", "MANAGER"] as const)("is refused to a %s at the agency", async (role) => {
		const { agency, reviewId } = await begunReview();
		const location = await makeLocation(world, agency);
		const ctx = contextFor(world, agency, { role, location });

		const refusal = await refusalOf(dropReview(ctx, { locationId: null, reviewId }));

		expect(refusal.code).toBe(role === "MEMBER" ? "forbidden" : "not_found");
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("a neighbour's review is one that never existed", async () => {
		const { agency, reviewId } = await begunReview();
		const neighbour = contextFor(world, await makeAgency(world), { role: "OWNER" });

		const refusal = await refusalOf(dropReview(neighbour, { locationId: null, reviewId }));

		expect(refusal.code).toBe("not_found");
		expect(await auditTrail(world, agency)).toHaveLength(1);
	});

	test("makes room for the next one, and the audit log tells of it once", async () => {
		const { agency, ctx, reviewId } = await begunReview();

		await dropReview(ctx, { locationId: null, reviewId });
		const next = await beginReview(ctx, { locationId: null });

		const state = await readReviewState(ctx, { locationId: null });
		expect(state).toMatchObject({ open: { id: next.id }, last: null });
		expect(await auditTrail(world, agency)).toMatchObject([
			{ action: "key_review.begin", subjectId: reviewId },
			{ action: "key_review.drop", subjectId: reviewId },
			{ action: "key_review.begin", subjectId: next.id },
		]);
	});

	test("and finishing it at once: one of the two is done", async () => {
		const { agency, ctx, reviewId } = await begunReview();

		const outcomes = await Promise.allSettled([
			dropReview(ctx, { locationId: null, reviewId }),
			finishReview(ctx, { locationId: null, reviewId, note: "" }),
		]);

		expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
		expect(await auditTrail(world, agency)).toHaveLength(2);
	});
});

async function finished() {
	const scene = await begunReview();
	await setKeyEnabled(scene.ctx, { keyId: scene.key.id, enabled: false });
	await finishReview(scene.ctx, { locationId: null, reviewId: scene.reviewId, note: "" });
	return scene;
}

describe("what a record has from the audit log", () => {
	test("is kept from a MEMBER, who sees the sums", async () => {
		const { agency, reviewId } = await finished();
		const member = contextFor(world, agency, { role: "MEMBER" });

		const review = await describeReview(member, { locationId: null, reviewId });
		const refusal = await refusalOf(exportReview(member, { locationId: null, reviewId }));

		expect(review).toMatchObject({ keysChanged: 1, changes: null, auditSeq: null, isSound: true });
		expect(refusal.code).toBe("forbidden");
	});

	test("is kept from a VIEWER at a location, and not from its MANAGER", async () => {
		const agency = await makeAgency(world);
		const location = await makeLocation(world, agency);
		const key = await makeKey(world, agency, { location });
		const manager = contextFor(world, agency, { role: "MANAGER", location });
		const viewer = contextFor(world, agency, { role: "VIEWER", location });
		const { id: reviewId } = await beginReview(manager, { locationId: location.id });
		await setKeyEnabled(manager, { keyId: key.id, enabled: false });
		const asked = { locationId: location.id, reviewId };
		await finishReview(manager, { ...asked, note: "" });

		const seen = {
			manager: await describeReview(manager, asked),
			viewer: await describeReview(viewer, asked),
		};
		const refusal = await refusalOf(exportReview(viewer, asked));

		expect(seen.manager.changes).toHaveLength(1);
		expect(seen.viewer.changes).toBeNull();
		expect(refusal.code).toBe("forbidden");
	});

	test("is taken away with the text that its digest is made over, and the log tells of that", async () => {
		const { agency, ctx, reviewId } = await finished();

		const { review, text } = await exportReview(ctx, { locationId: null, reviewId });

		expect(createHash("sha256").update(text).digest("hex")).toBe(review.digest);
		expect(review.changes).toHaveLength(1);
		expect((await auditTrail(world, agency)).at(-1)).toMatchObject({
			action: "key_review.export",
			subjectId: reviewId,
		});
	});

	test("is nobody's at a place that the review was not about", async () => {
		const { agency, ctx, reviewId } = await finished();
		const location = await makeLocation(world, agency);

		const refusal = await refusalOf(exportReview(ctx, { locationId: location.id, reviewId }));

		expect(refusal.code).toBe("not_found");
		expect(await auditTrail(world, agency)).toHaveLength(3);
	});
});

describe("a finished record", () => {
	test.each([
		"update key_reviews set note = 'x'",
		"delete from key_review_items",
		"truncate key_review_items",
	])("is not changed by its tables' own owner: %s", async (statement) => {
		await finished();

		const attempt = world.owner.query(statement);

		await expect(attempt).rejects.toThrow("append-only");
	});

	test.each(["key_reviews set note = 'x'", "key_review_items set title = 'x'"])(
		"shows that somebody edited it past that: %s",
		async (change) => {
			const { agency, ctx, reviewId } = await finished();
			const [table] = change.split(" ");
			await world.owner.query(`alter table ${table} disable trigger append_only`);
			await world.owner.query(`update ${change} where agency_id = $1`, [agency.id]);
			await world.owner.query(`alter table ${table} enable trigger append_only`);

			const review = await describeReview(ctx, { locationId: null, reviewId });

			expect(review.isSound).toBe(false);
		},
	);

	test("is listed at its own place alone", async () => {
		const { agency, ctx, reviewId } = await finished();
		const location = await makeLocation(world, agency);
		const page = { page: 1, pageSize: 25 };

		const here = await listKeyReviews(ctx, { locationId: null, ...page });
		const there = await listKeyReviews(ctx, { locationId: location.id, ...page });
		const refusal = await refusalOf(describeReview(ctx, { locationId: location.id, reviewId }));

		expect(here).toMatchObject({ total: 1, rows: [{ id: reviewId, keysChanged: 1 }] });
		expect(there.total).toBe(0);
		expect(refusal.code).toBe("not_found");
	});
});
