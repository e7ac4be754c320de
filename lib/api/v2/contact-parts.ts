import { z } from "zod";
import { EventStart, startOf } from "#lib/contracts/event-start.ts";
import { TagsAnswer, TagsInput } from "#lib/contracts/v2/contacts.ts";
import { Succeeded, succeeded } from "#lib/contracts/v2/traced.ts";
import { Id } from "#lib/core/ids.ts";
import { editTags } from "#lib/services/contacts/edit-tags.ts";
import { putIntoWorkflow } from "#lib/services/workflows/put-in.ts";
import { takeOutOfWorkflow } from "#lib/services/workflows/take-out.ts";
import { type Route, route } from "../route.ts";

const dialect = "v2";
const tag = "Contacts";
const TAGS_PATH = "/api/v2/contacts/{contactId}/tags";
const WORKFLOW_PATH = "/api/v2/contacts/{contactId}/workflow/{workflowId}";
const params = z.object({ contactId: Id });
const both = z.object({ contactId: Id, workflowId: Id });

/** What belongs to a contact: its tags, and the workflows that it is in. */
export const CONTACT_PART_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "POST",
		path: TAGS_PATH,
		operationId: "addTags",
		tag,
		summary: "Add tags to a contact",
		scopes: ["contacts.write"],
		location: "needed",
		params,
		body: TagsInput,
		answers: { 201: TagsAnswer },
		async handle({ ctx }, { params: { contactId }, body: { tags } }) {
			return { status: 201, body: { tags: await editTags(ctx, { contactId, add: tags }) } };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: TAGS_PATH,
		operationId: "removeTags",
		tag,
		summary: "Take tags off a contact",
		scopes: ["contacts.write"],
		location: "needed",
		params,
		body: TagsInput,
		answers: { 200: TagsAnswer },
		async handle({ ctx }, { params: { contactId }, body: { tags } }) {
			return { status: 200, body: { tags: await editTags(ctx, { contactId, remove: tags }) } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: WORKFLOW_PATH,
		operationId: "addContactToWorkflow",
		tag,
		summary: "Put a contact into a workflow",
		scopes: ["contacts.write"],
		location: "needed",
		params: both,
		body: EventStart,
		answers: { 200: Succeeded },
		async handle({ ctx, request }, { params: ids, body }) {
			await putIntoWorkflow(ctx, { ...ids, ...startOf(body) });
			return { status: 200, body: succeeded(request.header("version")) };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: WORKFLOW_PATH,
		operationId: "deleteContactFromWorkflow",
		tag,
		summary: "Take a contact out of a workflow",
		scopes: ["contacts.write"],
		location: "needed",
		params: both,
		body: EventStart,
		answers: { 200: Succeeded },
		async handle({ ctx, request }, { params: ids }) {
			await takeOutOfWorkflow(ctx, ids);
			return { status: 200, body: succeeded(request.header("version")) };
		},
	}),
];
