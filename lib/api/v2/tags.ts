import { z } from "zod";
import { TagAnswer, TagBody, TagList } from "#lib/contracts/v2/tags.ts";
import { Succeeded, succeeded } from "#lib/contracts/v2/traced.ts";
import { Id } from "#lib/core/ids.ts";
import { createTag } from "#lib/services/tags/create.ts";
import { deleteTag } from "#lib/services/tags/delete.ts";
import { getTag, listKnownTags } from "#lib/services/tags/list.ts";
import { renameTag } from "#lib/services/tags/rename.ts";
import { type Route, route } from "../route.ts";

const PATH = "/api/v2/locations/{locationId}/tags";
const params = z.object({ locationId: Id });
const both = z.object({ locationId: Id, tagId: Id });
const shared = { dialect: "v2", tag: "Tags", location: "needed" } as const;
const reading = { ...shared, scopes: ["contacts.readonly"] } as const;
const writing = { ...shared, scopes: ["contacts.write"] } as const;

export const TAG_ROUTES_V2: readonly Route[] = [
	route({
		...reading,
		method: "GET",
		path: PATH,
		operationId: "getLocationTags",
		summary: "List the tags of a location",
		params,
		answers: { 200: TagList },
		handle: async ({ ctx, locationId }) => ({
			status: 200,
			body: { tags: await listKnownTags(ctx, { locationId }) },
		}),
	}),
	route({
		...writing,
		method: "POST",
		path: PATH,
		operationId: "createTag",
		summary: "Make a tag that no contact has yet",
		description: "Tagging a contact makes tags too.",
		creates: true,
		params,
		body: TagBody,
		answers: { 201: TagAnswer },
		handle: async ({ ctx, locationId }, { body: { name } }) => ({
			status: 201,
			body: { tag: await createTag(ctx, { locationId, name }) },
		}),
	}),
	route({
		...reading,
		method: "GET",
		path: `${PATH}/{tagId}`,
		operationId: "getTagById",
		summary: "Get a tag",
		params: both,
		answers: { 200: TagAnswer },
		handle: async ({ ctx }, { params: { tagId } }) => ({
			status: 200,
			body: { tag: await getTag(ctx, { tagId }) },
		}),
	}),
	route({
		...writing,
		method: "PUT",
		path: `${PATH}/{tagId}`,
		operationId: "updateTag",
		summary: "Give a tag another name, at every contact that has it",
		description: "Workflows name tags by their text, and go on waiting for the name before.",
		params: both,
		body: TagBody,
		answers: { 200: TagAnswer },
		handle: async ({ ctx }, { params: { tagId }, body: { name } }) => ({
			status: 200,
			body: { tag: await renameTag(ctx, { tagId, name }) },
		}),
	}),
	route({
		...writing,
		method: "DELETE",
		path: `${PATH}/{tagId}`,
		operationId: "deleteTag",
		summary: "Take a tag away, also from every contact that has it",
		params: both,
		answers: { 200: Succeeded },
		async handle({ ctx, request }, { params: { tagId } }) {
			await deleteTag(ctx, { tagId });
			return { status: 200, body: succeeded(request.header("version")) };
		},
	}),
];
