import type { z } from "zod";
import type { Scope } from "#lib/core/scopes.ts";
import type { Context } from "#lib/data/context.ts";
import type { ApiRequest, Surroundings } from "#lib/hot-lane/endpoint.ts";
import type { KnownVerdict } from "#lib/verify/verify-key.ts";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/** Whose words a route speaks: it decides what bodies look like, and in which document the route is described. */
export type Dialect = "native" | "v1" | "v2" | "unkey";

/** Who calls: a good key, what it may do in its agency, and the place that the call is about. */
export type Caller = {
	ctx: Context;
	verdict: KnownVerdict;
	/** The key's own location, or the one that was named; null when neither is so. The key acts on it. */
	locationId: string | null;
	request: ApiRequest;
	surroundings: Surroundings;
};

/** {@link Caller} of a route that is about one location. */
export type LocalCaller = Caller & { locationId: string };

export type Answer = { status: number; body: object | null; headers?: Record<string, string> };

export type RouteFacts = {
	dialect: Dialect;
	method: Method;
	/** With parameters in braces: `/api/v2/contacts/{contactId}`. */
	path: string;
	/** Unique in its document; generated clients name their functions by it. */
	operationId: string;
	/** The heading in the documents that it stands under. */
	tag: string;
	summary: string;
	description?: string;
	/** What the caller's key must hold. */
	scopes: readonly Scope[];
	/**
	 * `needed`: the call is about one location, which an agency key must name. `optional`: it may. How it is named is the
	 * dialect's matter.
	 */
	location: "needed" | "optional";
	/** JSON unless the dialect wants a form. */
	bodyType?: "json" | "form";
	/** It makes something: an Idempotency-Key is heard. */
	creates?: boolean;
	/** Headers that a good answer has besides those of every answer, and what they say. */
	answerHeaders?: Readonly<Record<string, string>>;
	/** Bodies by status. Null: without a body. */
	answers: Record<number, z.ZodType | null>;
};

type Shape = z.ZodType | undefined;
type Read<Given extends Shape> = Given extends z.ZodType ? z.output<Given> : undefined;

/** A route as the dispatcher and the documents see it, whatever it takes. */
export type Route = RouteFacts & {
	params?: z.ZodObject;
	query?: z.ZodObject;
	body?: z.ZodType;
	handle: (caller: Caller, input: never) => Promise<Answer>;
};

type Spec<
	Place extends RouteFacts["location"],
	Params extends Shape,
	Query extends Shape,
	Body extends Shape,
> = Omit<RouteFacts, "location"> & {
	location: Place;
	params?: Params;
	query?: Query;
	body?: Body;
	handle: (
		caller: Place extends "needed" ? LocalCaller : Caller,
		input: { params: Read<Params>; query: Read<Query>; body: Read<Body> },
	) => Promise<Answer>;
};

/** Describes a route, and holds what it does to what it says it takes. */
export const route = <
	Place extends RouteFacts["location"],
	Params extends z.ZodObject | undefined = undefined,
	Query extends z.ZodObject | undefined = undefined,
	Body extends Shape = undefined,
>(
	spec: Spec<Place, Params, Query, Body>,
): Route => spec as Route;
