import "server-only";
import { database } from "#lib/data/client.ts";
import { acceptAsNewPerson, acceptInvitation } from "#lib/services/invitations/accept.ts";
import { type FoundInvitation, findOpenInvitation } from "#lib/services/invitations/find.ts";
import { admitLink, forgiveLink } from "./throttle.ts";

/** The invitation behind a link. Links that name none are counted by address. */
export async function readInvitation(
	token: string,
	address: string,
): Promise<FoundInvitation | "dead" | "throttled"> {
	if (!(await admitLink(address))) return "throttled";
	const found = await findOpenInvitation(database(), token, new Date());
	if (!found) return "dead";
	await forgiveLink(address);
	return found;
}

type Acceptance = { token: string; address: string };

export const acceptAs = (
	person: { id: string; name: string; email: string },
	{ token, address }: Acceptance,
) => acceptInvitation(database(), token, person, { now: new Date(), address });

export const acceptAsNew = (newcomer: { name: string; password: string }, { token, address }: Acceptance) =>
	acceptAsNewPerson(database(), token, newcomer, { now: new Date(), address });
