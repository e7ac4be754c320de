import { newId } from "#lib/core/ids.ts";
import type { AccountContext, Context } from "#lib/data/context.ts";
import { changeAgencyRole } from "#lib/services/people/change-agency-role.ts";
import { changeEmail } from "#lib/services/people/change-email.ts";
import { changeLocationRole } from "#lib/services/people/change-location-role.ts";
import { changePassword } from "#lib/services/people/change-password.ts";
import { handOver } from "#lib/services/people/hand-over.ts";
import { removeFromAgency } from "#lib/services/people/remove-from-agency.ts";
import { removeFromLocation } from "#lib/services/people/remove-from-location.ts";
import { makeResetLink, resetPassword } from "#lib/services/people/reset-password.ts";
import { disableSecondFactor } from "#lib/services/second-factor/disable.ts";
import { endOtherSessions, endOwnSession } from "#lib/services/sessions/end-own.ts";
import { setUpSecondFactor } from "#lib/testing/account.ts";
import type { World } from "#lib/testing/world.ts";
import type { Client } from "./client.ts";
import { FORM_TYPE, NEXT_PASSWORD, PASSWORD } from "./stage.ts";

export type Victim = {
	world: World;
	/** The server that hears of the end; others do not. */
	client: Client;
	/** An admin of the agency and the manager of the location. */
	person: { id: string; email: string };
	sessionId: string;
	cookie: string;
	/** The person in another session of theirs, which goes on. */
	elsewhere: AccountContext;
	/** An owner of their agency. */
	owner: () => Context;
	location: { id: string };
};

/** What ends a session, from one moment to the next. A verb that does so has its line here. */
export const DEATHS: { name: string; end: (victim: Victim) => Promise<unknown> }[] = [
	{ name: "signing out", end: (victim) => post(victim, "/api/auth/sign-out", {}) },
	{
		name: "signing in over it",
		end: (victim) => post(victim, "/api/auth/sign-in", { email: victim.person.email, password: PASSWORD }),
	},
	{
		name: "ending it from another session",
		end: ({ elsewhere, sessionId }) => endOwnSession(elsewhere, sessionId),
	},
	{ name: "ending all other sessions", end: ({ elsewhere }) => endOtherSessions(elsewhere) },
	{
		name: "a new password",
		end: ({ elsewhere }) => changePassword(elsewhere, { current: PASSWORD, next: NEXT_PASSWORD }),
	},
	{
		name: "a password by a reset link",
		async end({ world: { database }, person: { email } }) {
			const link = await makeResetLink(database, email, new Date());
			const reset = { token: link?.token ?? "", password: NEXT_PASSWORD, address: "" };
			return resetPassword(database, reset, new Date());
		},
	},
	{
		name: "another e-mail address",
		end: ({ elsewhere }) => changeEmail(elsewhere, `${newId()}@matrix.test`),
	},
	{ name: "switching a second factor on", end: ({ elsewhere }) => setUpSecondFactor(elsewhere) },
	{
		name: "switching a second factor off",
		async end({ world, elsewhere, sessionId }) {
			await setUpSecondFactor(elsewhere);
			await world.owner.query("update sessions set ended_at = null where id = $1", [sessionId]);
			return disableSecondFactor(elsewhere);
		},
	},
	{
		name: "another role in the agency",
		end: ({ owner, person }) => changeAgencyRole(owner(), { personId: person.id, role: "MEMBER" }),
	},
	{
		name: "another role at a location",
		end: ({ owner, person, location }) =>
			changeLocationRole(owner(), { personId: person.id, locationId: location.id, role: "VIEWER" }),
	},
	{
		name: "removal from the agency",
		end: ({ owner, person }) => removeFromAgency(owner(), { personId: person.id }),
	},
	{
		name: "removal from a location",
		end: ({ owner, person, location }) =>
			removeFromLocation(owner(), { personId: person.id, locationId: location.id }),
	},
	{
		name: "being made the owner in another's place",
		async end({ world, owner, person }) {
			const ctx = owner();
			await handOver(ctx, { personId: person.id });
			await world.owner.query(
				"update agency_members set role = 'OWNER' where agency_id = $1 and user_id = $2",
				[ctx.agencyId, ctx.actor.id],
			);
		},
	},
	{
		name: "handing the agency over",
		async end({ world, owner, person }) {
			const { actor } = owner();
			await world.owner.query("update agency_members set role = 'OWNER' where user_id = $1", [person.id]);
			const ctx = { ...owner(), actor: { kind: "person" as const, id: person.id, name: "The victim" } };
			await handOver(ctx, { personId: actor.id ?? "" });
		},
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
