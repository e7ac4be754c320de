import { endSessionsOf } from "#lib/data/sessions.ts";
import { transactAs } from "#lib/data/transaction.ts";
import type { World } from "#lib/testing/world.ts";
import type { Client } from "./client.ts";
import { FORM_TYPE, PASSWORD } from "./stage.ts";

export type Victim = {
	world: World;
	/** The server that hears of the end; others do not. */
	client: Client;
	person: { id: string; email: string };
	cookie: string;
};

/** What ends a session, from one moment to the next. A verb that does so has its line here. */
export const DEATHS: { name: string; end: (victim: Victim) => Promise<unknown> }[] = [
	{ name: "signing out", end: (victim) => post(victim, "/api/auth/sign-out", {}) },
	{
		name: "signing in over it",
		end: (victim) => post(victim, "/api/auth/sign-in", { email: victim.person.email, password: PASSWORD }),
	},
	{
		name: "ending all sessions of a person",
		end: ({ world, person }) =>
			transactAs(world.database, { personId: person.id }, (tx) => endSessionsOf(tx, person.id, new Date())),
	},
	{
		name: "disabling the person",
		end: ({ world, person }) =>
			world.owner.query("update users set disabled_at = now() where id = $1", [person.id]),
	},
	{
		name: "half an hour without use",
		end: ({ world, person }) =>
			world.owner.query(
				"update sessions set last_seen_at = now() - interval '30 minutes 1 second' where user_id = $1",
				[person.id],
			),
	},
	{
		name: "twelve hours",
		end: ({ world, person }) =>
			world.owner.query("update sessions set expires_at = now() where user_id = $1", [person.id]),
	},
];

function post({ client, cookie }: Victim, path: string, form: Record<string, string>) {
	return client.send({
		method: "POST",
		path,
		headers: { Origin: client.origin, "Content-Type": FORM_TYPE, Cookie: cookie },
		body: new URLSearchParams(form).toString(),
	});
}
