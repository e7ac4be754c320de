import { afterAll, describe, expect, test } from "vitest";
import {
	type Example,
	LANGUAGES,
	type Language,
	PLACEHOLDERS,
	type Values,
} from "#components/samples/example.ts";
import { WHO_AM_I } from "#components/samples/key-calls.ts";
import { scopesForLevel } from "#lib/core/scopes.ts";
import { submitForm } from "#lib/services/forms/submit.ts";
import { openApi } from "#lib/testing/api-origin.ts";
import { testSurroundings } from "#lib/testing/entrances.ts";
import { makeAgency, makeKey, makeLocation, NOW } from "#lib/testing/factories.ts";
import { makeForm } from "#lib/testing/forms.ts";
import { makeSharedSecret } from "#lib/testing/shared-secrets.ts";
import { makeWorkflow } from "#lib/testing/workflows.ts";
import { testWorld } from "#lib/testing/world.ts";
import { GUIDES } from "../_guides/guides.ts";
import { likeness } from "./likeness.ts";
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

/** An agency and a location of the language's own, so that no example meets what another language left. */
async function arrange() {
	const agency = await makeAgency(world);
	const location = await makeLocation(world, agency, { name: "Harbour Dental" });
	const workflow = await makeWorkflow(world, location, { name: "Welcome", trigger: { kind: "api" } });
	const form = await makeForm(world, location);
	const sent = { first_name: "Mary", email: "mary@example.com", message: "Please call me." };
	const page = { url: "https://www.example.com/contact", client: "Mozilla" };
	await submitForm(world.database, { formId: form.id, sent, page }, NOW);
	const everything = [...scopesForLevel("AGENCY")];
	const locationScopes = [...scopesForLevel("LOCATION")];
	const visitor = await makeKey(world, agency, { location, scopes: ["contacts.write"] });
	const keys = {
		agency: await makeKey(world, agency, { scopes: everything }),
		location: await makeKey(world, agency, {
			location,
			title: "Website contact form",
			scopes: locationScopes,
		}),
		gateway: await makeKey(world, agency, { scopes: ["keys.verify"] }),
		disabled: await makeKey(world, agency, { location, disabled: true }),
		narrow: await makeKey(world, agency, { location, scopes: ["forms.readonly"] }),
	};
	const values: Values = {
		...PLACEHOLDERS,
		origin: api.origin,
		agencyId: agency.id,
		locationId: location.id,
		workflowId: workflow.id,
		formId: form.id,
		keyId: visitor.id,
		presentedKey: visitor.secret,
	};
	return { values, keys, visitor, secret: await makeSharedSecret(world, agency) };
}

describe.each(Object.keys(LANGUAGES) as Language[])("in %s", async (language) => {
	const { values, keys, visitor, secret } = await arrange();
	const environmentOf = (example: Example) => ({
		LATCHKEY_API_KEY: keys[example.as].secret,
		LATCHKEY_SHARED_SECRET: secret.text,
	});

	test.skipIf(!isInstalled(language))("a program that holds its key itself needs nothing else", async () => {
		const { secret: ownKey } = keys.location;
		const program = WHO_AM_I.programs[language]?.({ ...values, secret: ownKey }) ?? "";

		const printed = await bench.run({ language, program, env: {} });

		expect(JSON.parse(printed)).toMatchObject({ valid: true, keyId: keys.location.id });
		expect(WHO_AM_I.programs[language]?.(values)).not.toContain(ownKey);
	});

	for (const example of examples) {
		const program = example.programs[language];
		if (!program) continue;

		test.skipIf(!isInstalled(language))(example.title, async () => {
			const run = { language, program: program(values), env: environmentOf(example) };
			if (example.kind === "service") {
				return tryService(bench, run, example.trial, { visitor, ...keys, secret });
			}
			const { method, path, status, answer, gives = {} } = example;
			const expected = { method, target: path(values), status };
			api.calls.length = 0;

			const printed = await bench.run(run);

			expect(api.calls, printed).toEqual([expected]);
			if (typeof answer === "string") return expectLines(printed, answer);
			const body: unknown = JSON.parse(printed);
			expect(body, printed).toEqual(likeness(answer));
			for (const [name, place] of Object.entries(gives)) {
				values[name as keyof Values] = String(at(body, place));
			}
		});
	}
});

test("nothing failed on the way that is a fault of ours", () => {
	expect(api.reported).toEqual([]);
});

/** Each line that is shown begins as a line that was printed does, but for what stands for the reader's own. */
function expectLines(printed: string, shown: string) {
	const lines = printed.split(/\r?\n/).map((line) => line.toLowerCase());
	for (const line of shown.split("\n")) {
		const [start = ""] = line.toLowerCase().split("…");
		expect(
			lines.filter((one) => one.startsWith(start)),
			line,
		).toHaveLength(1);
	}
}

const at = (value: unknown, path: string) =>
	path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown>)?.[name], value);
