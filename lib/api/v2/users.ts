import { z } from "zod";
import { skipAndLimit } from "#lib/contracts/paging.ts";
import { presentUser } from "#lib/contracts/user.ts";
import { succeeded } from "#lib/contracts/v2/traced.ts";
import {
	BareUser,
	CreateUser,
	FilterByEmail,
	UpdateUser,
	UserDeleted,
	UserList,
	UserSearch,
} from "#lib/contracts/v2/users.ts";
import { Id } from "#lib/core/ids.ts";
import { listPeople } from "#lib/services/people/list.ts";
import { readPerson } from "#lib/services/people/read.ts";
import { createUser, deleteUser, updateUser } from "../change-user.ts";
import { requireOwnCompany } from "../own-company.ts";
import { type Route, route } from "../route.ts";
import { refuseInV3 } from "./gone-in-v3.ts";

const dialect = "v2";
const tag = "Users";
const params = z.object({ userId: Id });
const PEOPLE_MAX = 1_000;

export const USER_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v2/users",
		operationId: "getUserByLocation",
		tag,
		summary: "List who reaches a location",
		description: "Not in version v3: search by location there.",
		scopes: ["users.readonly"],
		location: "needed",
		answers: { 200: UserList },
		async handle({ ctx, locationId, request }) {
			refuseInV3(request, "Use GET /users/search with locationId.");
			const { rows } = await listPeople(ctx, { locationId, search: "", page: 1, pageSize: PEOPLE_MAX });
			return { status: 200, body: { users: rows.map(presentUser) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v2/users/search",
		operationId: "searchUsers",
		tag,
		summary: "Search the agency's people",
		scopes: ["users.readonly"],
		location: "optional",
		query: z.object({
			companyId: z.string().optional(),
			locationId: z.string().optional(),
			query: z.string().max(200).default(""),
			type: z.enum(["agency", "account"]).optional(),
			ids: z
				.string()
				.transform((text) => text.split(","))
				.pipe(z.array(Id).max(100))
				.optional(),
			...skipAndLimit(25),
		}),
		answers: { 200: UserSearch },
		async handle(caller, { query: { companyId, query: search, type, ids, skip, limit } }) {
			requireOwnCompany(caller, companyId);
			const { rows, total } = await listPeople(caller.ctx, {
				locationId: caller.locationId,
				search,
				page: 1,
				pageSize: limit,
				skip,
				...(type && { belongs: type === "agency" ? ("agency" as const) : ("locations" as const) }),
				...(ids && { ids }),
			});
			return { status: 200, body: { users: rows.map(presentUser), count: total } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v2/users/search/filter-by-email",
		operationId: "filterUsersByEmail",
		tag,
		summary: "Find people by their addresses",
		scopes: ["users.readonly"],
		location: "optional",
		body: FilterByEmail,
		answers: { 200: UserSearch },
		async handle(caller, { body: { companyId, emails, skip, limit } }) {
			requireOwnCompany(caller, companyId);
			const { locationId } = caller;
			const query = { locationId, search: "", page: 1, pageSize: limit, skip, emails };
			const { rows, total } = await listPeople(caller.ctx, query);
			return { status: 200, body: { users: rows.map(presentUser), count: total } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v2/users/{userId}",
		operationId: "getUser",
		tag,
		summary: "Get a person",
		scopes: ["users.readonly"],
		location: "optional",
		params,
		answers: { 200: BareUser },
		async handle({ ctx, locationId }, { params: { userId } }) {
			return { status: 200, body: presentUser(await readPerson(ctx, { personId: userId, locationId })) };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v2/users",
		operationId: "createUser",
		tag,
		summary: "Create a person with a password",
		description:
			"An address that somebody signs in with already is refused: they are invited in the browser.",
		scopes: ["users.write"],
		location: "optional",
		creates: true,
		body: CreateUser,
		answers: { 201: BareUser },
		async handle(caller, { body: { companyId, ...user } }) {
			requireOwnCompany(caller, companyId);
			return { status: 201, body: await createUser(caller, user) };
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: "/api/v2/users/{userId}",
		operationId: "updateUser",
		tag,
		summary: "Change what a person may do",
		description: "Name, address and password are for the person alone to change.",
		scopes: ["users.write"],
		location: "optional",
		params,
		body: UpdateUser,
		answers: { 200: BareUser },
		async handle(caller, { params: { userId }, body: { companyId, ...change } }) {
			requireOwnCompany(caller, companyId);
			return { status: 200, body: await updateUser(caller, userId, change) };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: "/api/v2/users/{userId}",
		operationId: "deleteUser",
		tag,
		summary: "Take a person's roles away",
		description:
			"At the location when one is named, else all in the agency. The account itself stays theirs.",
		scopes: ["users.write"],
		location: "optional",
		params,
		answers: { 200: UserDeleted },
		async handle(caller, { params: { userId } }) {
			await deleteUser(caller, userId);
			const message = "The person's roles are taken away.";
			return { status: 200, body: { ...succeeded(caller.request.header("version")), message } };
		},
	}),
];
