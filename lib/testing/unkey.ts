import { Unkey } from "@unkey/api";
import { openServer, testSurroundings } from "./entrances.ts";
import { type KeyOptions, makeAgency, makeKey, makeLocation } from "./factories.ts";
import type { World } from "./world.ts";

const ROOT: KeyOptions = { scopes: ["keys.write", "keys.verify", "contacts.write", "forms.write"] };

/** A server that agencies' programs ask through Unkey's own client, with nothing changed but where it asks. */
export async function openForUnkey(world: World) {
	const reported: unknown[] = [];
	const surroundings = testSurroundings(world.database);
	const port = await openServer(surroundings, (error) => reported.push(error));
	const origin = `http://127.0.0.1:${port}`;
	return {
		reported,
		origin,
		engine: surroundings.engine,
		async arrange(options: KeyOptions = ROOT) {
			const agency = await makeAgency(world);
			const location = await makeLocation(world, agency);
			const root = await makeKey(world, agency, options);
			const unkey = new Unkey({ rootKey: root.secret, serverURL: `${origin}/api/unkey` });
			return { agency, location, root, unkey };
		},
	};
}
