import { afterAll, describe, expect, test } from "vitest";
import { routesAt } from "#lib/api/routes-at.ts";
import { newId } from "#lib/core/ids.ts";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { endpointPath, isEndpoint } from "#lib/hot-lane/answer.ts";
import { openApi } from "#lib/testing/api-origin.ts";
import { testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation, NOW } from "#lib/testing/factories.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { testWorld } from "#lib/testing/world.ts";
import { GUIDES } from "../_guides/guides.ts";
import {
	type CallExample,
	type Example,
	LANGUAGES,
	type Language,
	PLACEHOLDERS,
	type Values,
} from "./example.ts";
import { isInstalled, openBench } from "./run-program.ts";
import { tryService } from "./try-service.ts";

const world = await testWorld();
const api = await openApi(testSurroundings(world.database));
const bench = await openBench();
afterAll(() => bench.close());

const examples = new Set(
	GUIDES.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks)).flatMap((block) =>
		typeof block !== "string" && block.kind === "example" ? [block.example] : [],
	),
);

/** An agency and a location of the language's own, so that each begins with nothing. */
async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency);
	const workflowId = newId();
	await world.owner.query(
		`insert into workflows (agency_id, location_id, id, name, status, trigger, steps, created_at, updated_at)
			values ($1, $2, $3, 'Welcome', 'PUBLISHED', '{"kind":"api"}', '[]', $4, $4)`,
		[agency.id, location.id, workflowId, NOW],
	);
	const everything = [...scopesForLevel("AGENCY")];
	const locationScopes = [...scopesForLevel("LOCATION")];
	const visitor = await makeKey(world, agency, { location, scopes: ["contacts.write"] });
	const keys = {
		agency: await makeKey(world, agency, { scopes: everything }),
		location: await makeKey(world, agency, { location, scopes: locationScopes }),
		gateway: await makeKey(world, agency, { scopes: ["keys.verify"] }),
		disabled: await makeKey(world, agency, { location, disabled: true }),
	};
	const values: Values = {
		...PLACEHOLDERS,
		origin: api.origin,
		agencyId: agency.id,
		locationId: location.id,
		workflowId,
		keyId: visitor.id,
		presentedKey: visitor.secret,
	};
	return { values, keys, visitor, secret: await makeSharedSecret(world, agency) };
}

/** Routes may still be on their way; their examples are skipped by name until they are there. */
function isServed(example: CallExample, values: Values) {
	const path = endpointPath(example.path(values));
	return isEndpoint(path) || (routesAt(path)?.methods.includes(example.method) ?? false);
}

describe.each(Object.keys(LANGUAGES) as Language[])("in %s", async (language) => {
	const { values, keys, visitor, secret } = await arrange();
	const environmentOf = (example: Example) => ({
		LATCHKEY_KEY: keys[example.as].secret,
		LATCHKEY_SHARED_SECRET: secret.text,
	});

	for (const example of examples) {
		const program = example.programs[language];
		if (!program) continue;
		const isReady = example.kind === "service" || isServed(example, values);

		test.skipIf(!isInstalled(language) || !isReady)(example.title, async () => {
			const run = { language, program: program(values), env: environmentOf(example) };
			if (example.kind === "service") {
				return tryService(bench, run, example.trial, { visitor, disabled: keys.disabled, secret });
			}

			const printed = await bench.run(run);

			if (example.answer === null) return expect(printed).toContain(" 200 ");
			const answer: unknown = JSON.parse(printed);
			expect(answer, printed).toEqual(likeness(example.answer));
			for (const [name, path] of Object.entries(example.gives ?? {})) {
				values[name as keyof Values] = String(at(answer, path));
			}
		});
	}
});

test("nothing failed on the way that is a fault of ours", () => {
	expect(api.reported).toEqual([]);
});

/** What has the same members, each of the same kind, whatever else there is. */
function likeness(value: unknown): unknown {
	if (Array.isArray(value)) return expect.any(Array);
	if (value === null) return null;
	if (typeof value !== "object") return expect.any(Object(value).constructor);
	return expect.objectContaining(
		Object.fromEntries(Object.entries(value).map(([name, member]) => [name, likeness(member)])),
	);
}

const at = (value: unknown, path: string) =>
	path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown>)?.[name], value);
