import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#lib/core/ids.ts";
import { makeContact } from "#lib/testing/contacts.ts";
import { contextFor, makeAgency, makeKey, makeLocation, makeMember, NOW } from "#lib/testing/factories.ts";
import { makeForm, makeLink } from "#lib/testing/forms.ts";
import { refusalOf } from "#lib/testing/four-cases.ts";
import { makeAgencyPerson } from "#lib/testing/people.ts";
import { makeWorkflow } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { findByName } from "./find-by-name.ts";

const world = await testWorld();

/** An agency with something of each kind that is called Harbour, at the agency and at two locations. */
async function makeScene() {
	const agency = await makeAgency(world);
	const [own, other] = [
		await makeLocation(world, agency, { name: "Harbour North" }),
		await makeLocation(world, agency, { name: "Harbour South" }),
	];
	await makeLocation(world, agency, { name: "Harbour Gone", deleted: true });
	const agencyKey = await makeKey(world, agency, { title: "Harbour agency key" });
	await makeKey(world, agency, { title: "Harbour in the trash", deletedAt: NOW });
	for (const location of [own, other]) {
		await makeKey(world, agency, { title: "The Harbour key", location });
		await makeContact(world, location, { firstName: "Harbour", lastName: "Master" });
		await makeForm(world, location, { name: "Harbour form" });
		await makeLink(world, location, { name: "Harbour link" });
		await makeWorkflow(world, location, { name: "Harbour workflow" });
	}
	const person = await makeAgencyPerson(world, agency, "MEMBER");
	await world.owner.query("update users set name = 'Harbour Person' where id = $1", [person.id]);
	await makeMember(
		world,
		agency,
		await makeAgencyPerson(world, await makeAgency(world), "OWNER"),
		"VIEWER",
		own,
	);
	return { agency, own, other, agencyKey, person };
}

let scene: Awaited<ReturnType<typeof makeScene>>;

beforeAll(async () => {
	scene = await makeScene();
	// The same things elsewhere, which nobody here may find.
	await makeScene();
});

const namesOf = (found: Awaited<ReturnType<typeof findByName>>) =>
	found.map(({ kind, name, locationSlug }) => [kind, name, locationSlug].filter((part) => part !== null));

describe("in the Agency View", () => {
	test("keys of all levels and people are found, those that begin with the text first", async () => {
		const { agency, own, other } = scene;

		const found = await findByName(contextFor(world, agency, { role: "MEMBER" }), {
			text: "harbour",
			locationId: null,
		});

		const [first, ...keys] = namesOf(found).filter(([kind]) => kind === "key");
		expect(first).toEqual(["key", "Harbour agency key"]);
		expect(new Set(keys.map(([, , slug]) => slug))).toEqual(new Set([own.slug, other.slug]));
		expect(namesOf(found).filter(([kind]) => kind !== "key")).toEqual([["person", "Harbour Person"]]);
	});

	test("people of a location alone are told that it does not exist", async () => {
		const { agency, own } = scene;
		const ctx = contextFor(world, agency, { role: "MANAGER", location: own });

		const refusal = await refusalOf(findByName(ctx, { text: "harbour", locationId: null }));

		expect(refusal.code).toBe("not_found");
	});
});

describe("in the Location View", () => {
	test("a manager finds what belongs to the location, and nothing of its neighbour or of the agency", async () => {
		const { agency, own } = scene;
		const ctx = contextFor(world, agency, { role: "MANAGER", location: own });

		const found = await findByName(ctx, { text: "harbour", locationId: own.id });

		expect(namesOf(found)).toEqual([
			["key", "The Harbour key", own.slug],
			["person", "Harbour Person"],
			["contact", "Harbour Master"],
			["form", "Harbour form"],
			["link", "Harbour link"],
			["workflow", "Harbour workflow"],
		]);
	});

	test("a viewer, who may not see its people, finds none of them", async () => {
		const { agency, own } = scene;
		const ctx = contextFor(world, agency, { role: "VIEWER", location: own });

		const found = await findByName(ctx, { text: "harbour", locationId: own.id });

		expect(found.map(({ kind }) => kind)).toEqual(["key", "contact", "form", "link", "workflow"]);
	});

	test("a neighbour's place, a foreign agency's and none at all are answered alike", async () => {
		const { agency, own, other } = scene;
		const foreign = await makeAgency(world);
		const manager = contextFor(world, agency, { role: "MANAGER", location: own });
		const stranger = contextFor(world, foreign, { role: "OWNER" });
		const ask = (ctx: typeof manager, locationId: string) =>
			refusalOf(findByName(ctx, { text: "harbour", locationId }));

		const refusals = [
			await ask(manager, other.id),
			await ask(stranger, own.id),
			await ask(stranger, newId()),
		];

		expect(refusals[0]?.code).toBe("not_found");
		expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
	});
});

describe("what is typed", () => {
	const ask = (text: string) =>
		findByName(contextFor(world, scene.agency, { role: "OWNER" }), { text, locationId: null });

	test.each([
		"%%",
		"__",
		"\\\\",
		"ha%ur",
		"' or 1=1 --",
		"\u0000\u0000",
		"\u{1f600}\u{1f600}",
		"x".repeat(80),
	])("%j is text and nothing else, and no name has it", async (text) => {
		expect(await ask(text)).toEqual([]);
	});

	test.each(["", " ", "h", " h "])("%j is too short to look for", async (text) => {
		expect(await ask(text)).toEqual([]);
	});

	test("case, width and spaces around it do not matter", async () => {
		expect(await ask(" ＨARBOUR  agency ")).toMatchObject([{ kind: "key", id: scene.agencyKey.id }]);
	});

	test("an email address finds its person", async () => {
		expect(await ask(scene.person.email)).toMatchObject([{ kind: "person", detail: scene.person.email }]);
	});
});

test("of each kind come five at most", async () => {
	const agency = await makeAgency(world);
	for (const number of [1, 2, 3, 4, 5, 6]) await makeKey(world, agency, { title: `Many ${number}` });

	const found = await findByName(contextFor(world, agency, { role: "OWNER" }), {
		text: "many",
		locationId: null,
	});

	expect(found.map(({ name }) => name)).toEqual(["Many 1", "Many 2", "Many 3", "Many 4", "Many 5"]);
});
