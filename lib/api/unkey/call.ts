import type { z } from "zod";
import { enveloped } from "#lib/contracts/unkey/envelope.ts";
import { AppError, notFound } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import type { KeyRole } from "#lib/core/keys/key.ts";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import { type Caller, route } from "../route.ts";

type Call<Body extends z.ZodType, Data extends z.ZodType> = {
	service: "keys" | "apis";
	method: string;
	summary: string;
	description?: string;
	scopes: readonly Scope[];
	creates?: boolean;
	body: Body;
	data: Data;
	/** A page of a list says more than its data. */
	envelope?: z.ZodType;
	answer: (
		ctx: Context,
		body: z.output<Body>,
		caller: Caller,
	) => Promise<{ data: z.input<Data>; pagination?: object }>;
};

/** A call of the Unkey dialect, which is a POST to its name, answered in an envelope. */
export const call = <Body extends z.ZodType, Data extends z.ZodType>({
	service,
	method,
	data,
	envelope = enveloped(data),
	answer,
	...facts
}: Call<Body, Data>) =>
	route({
		...facts,
		dialect: "unkey",
		method: "POST",
		path: `/api/unkey/v2/${service}.${method}`,
		operationId: method,
		tag: service,
		location: "optional",
		answers: { 200: envelope },
		async handle(caller, { body }) {
			const answered = await answer(caller.ctx, body as z.output<Body>, caller);
			return { status: 200, body: { meta: { requestId: caller.request.requestId }, ...answered } };
		},
	});

/** The id that a text of the caller's is, or nothing of theirs. */
export function idOf(text: string) {
	const parsed = Id.safeParse(text);
	if (!parsed.success) throw notFound();
	return parsed.data;
}

/** The location that an `apiId` names; null when it is the agency. */
export function placeOf({ agencyId }: Context, apiId: string) {
	const id = idOf(apiId);
	return id === agencyId ? null : id;
}

/** A new key reaches as far as the one that makes it, and is used from where that one is: the dialect does not say. */
export function ownReach({ actor }: Context, locationId: string | null) {
	const holds = actor.kind === "key" ? actor.holds : null;
	const chosen = locationId === null ? (holds?.locationIds ?? null) : [];
	return {
		allLocations: chosen === null,
		locationIds: [...(chosen ?? [])],
		allowedAddresses: [...(holds?.allowedAddresses ?? [])],
	};
}

/** The role that was asked for, which must be able to do what the permissions say. */
export function checkRole(roles: readonly KeyRole[] | undefined, scopes: readonly string[] | undefined) {
	const role = roles?.[0];
	if (role !== "READONLY" || !scopes?.some((scope) => scope.endsWith(".write"))) return role;
	const message = "A READONLY key writes nothing: leave roles out, or the permissions that write.";
	throw new AppError("invalid_input", message, { fields: [{ field: "roles", message }] });
}
