import { z } from "zod";
import { presentUser } from "#lib/contracts/user.ts";
import { Done } from "#lib/contracts/v1/locations.ts";
import { CreateUser, UpdateUser, User, UserList } from "#lib/contracts/v1/users.ts";
import { Id } from "#lib/core/ids.ts";
import { Email } from "#lib/core/people/email.ts";
import { listPeople } from "#lib/services/people/list.ts";
import { readPerson } from "#lib/services/people/read.ts";
import { createUser, deleteUser, updateUser } from "../change-user.ts";
import { type LocalCaller, type Route, route } from "../route.ts";

const dialect = "v1";
const tag = "Users";
const params = z.object({ userId: Id });
const EVERYBODY = { search: "", page: 1, pageSize: 1_000 };

async function listLocal({ ctx, locationId }: LocalCaller) {
	const { rows } = await listPeople(ctx, { ...EVERYBODY, locationId });
	return { status: 200, body: { users: rows.map(presentUser) } };
}

export const USER_ROUTES_V1: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v1/users",
		operationId: "listUsers",
		tag,
		summary: "List who reaches a location",
		scopes: ["users.readonly"],
		location: "needed",
		answers: { 200: UserList },
		handle: listLocal,
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v1/users/location",
		operationId: "listUsersOfLocation",
		tag,
		summary: "List who reaches the key's own location",
		scopes: ["locations.readonly"],
		location: "needed",
		answers: { 200: UserList },
		handle: listLocal,
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v1/users/lookup",
		operationId: "lookUpUser",
		tag,
		summary: "Find a person by their address",
		scopes: ["users.readonly"],
		location: "optional",
		query: z.object({ email: Email }),
		answers: { 200: UserList },
		async handle({ ctx, locationId }, { query: { email } }) {
			const { rows } = await listPeople(ctx, { ...EVERYBODY, locationId, emails: [email] });
			return { status: 200, body: { users: rows.map(presentUser) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v1/users/{userId}",
		operationId: "getUser",
		tag,
		summary: "Get a person",
		scopes: ["users.readonly"],
		location: "optional",
		params,
		answers: { 200: User },
		async handle({ ctx, locationId }, { params: { userId } }) {
			return { status: 200, body: presentUser(await readPerson(ctx, { personId: userId, locationId })) };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v1/users",
		operationId: "createUser",
		tag,
		summary: "Create a person with a password",
		description:
			"An address that somebody signs in with already is refused: they are invited in the browser.",
		scopes: ["users.write"],
		location: "optional",
		creates: true,
		body: CreateUser,
		answers: { 200: User },
		handle: async (caller, { body }) => ({ status: 200, body: await createUser(caller, body) }),
	}),
	route({
		dialect,
		method: "PUT",
		path: "/api/v1/users/{userId}",
		operationId: "updateUser",
		tag,
		summary: "Change what a person may do",
		description: "Name, address and password are for the person alone to change.",
		scopes: ["users.write"],
		location: "optional",
		params,
		body: UpdateUser,
		answers: { 200: User },
		handle: async (caller, { params: { userId }, body }) => ({
			status: 200,
			body: await updateUser(caller, userId, body),
		}),
	}),
	route({
		dialect,
		method: "DELETE",
		path: "/api/v1/users/{userId}",
		operationId: "deleteUser",
		tag,
		summary: "Take a person's roles away",
		description:
			"At the location when one is named, else all in the agency. The account itself stays theirs.",
		scopes: ["users.write"],
		location: "optional",
		params,
		answers: { 200: Done },
		async handle(caller, { params: { userId } }) {
			await deleteUser(caller, userId);
			return { status: 200, body: {} };
		},
	}),
];
