import { z } from "zod";
import { divideName, valuesOf } from "#lib/contracts/contact.ts";
import { EventStart, startOf } from "#lib/contracts/event-start.ts";
import {
	ContactAnswer,
	ContactList,
	ContactLookup,
	presentContactV1,
	SaveContact,
	TagsAnswer,
	TagsInput,
} from "#lib/contracts/v1/contacts.ts";
import { Done } from "#lib/contracts/v1/locations.ts";
import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createContact } from "#lib/services/contacts/create.ts";
import { deleteContact } from "#lib/services/contacts/delete.ts";
import { editContact } from "#lib/services/contacts/edit.ts";
import { editTags } from "#lib/services/contacts/edit-tags.ts";
import { getContact } from "#lib/services/contacts/get.ts";
import { lookUpContact } from "#lib/services/contacts/lookup.ts";
import { putIntoWorkflow } from "#lib/services/workflows/put-in.ts";
import { takeOutOfWorkflow } from "#lib/services/workflows/take-out.ts";
import { ContactPageQuery, readContactPage } from "../contact-pages.ts";
import { QueryEmail, QueryPhone } from "../contact-query.ts";
import { customValuesById } from "../custom-values.ts";
import { namedAs } from "../named-as.ts";
import { type LocalCaller, type Route, route } from "../route.ts";

const dialect = "v1";
const tag = "Contacts";
const PATH = "/api/v1/contacts";
/** What the dialect calls what we call otherwise. */
const NAMES = { customValues: "customField" };
const params = z.object({ contactId: Id });
const both = z.object({ contactId: Id, workflowId: Id });

type Input = z.output<typeof SaveContact>;

const changeOf = async (caller: LocalCaller, { customField, ...fields }: Input): Promise<ContactChange> => ({
	...divideName(fields),
	...(await customValuesById(caller, "customField", valuesOf(customField))),
});

const RECORDS: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: PATH,
		operationId: "listContacts",
		tag,
		summary: "List contacts, the newest first",
		scopes: ["contacts.readonly"],
		location: "needed",
		query: ContactPageQuery,
		answers: { 200: ContactList },
		async handle(caller, { query }) {
			const { contacts, meta } = await readContactPage(caller, PATH, query);
			return { status: 200, body: { contacts: contacts.map(presentContactV1), meta } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: `${PATH}/lookup`,
		operationId: "lookUpContact",
		tag,
		summary: "Find the contact that has an address or a number",
		scopes: ["contacts.readonly"],
		location: "needed",
		query: z
			.object({ email: QueryEmail, phone: QueryPhone })
			.refine(({ email, phone }) => email || phone, { path: ["email"], error: "Send email or phone." }),
		answers: { 200: ContactLookup },
		async handle({ ctx, locationId }, { query }) {
			const found = await lookUpContact(ctx, { locationId, ...query });
			return { status: 200, body: { contacts: found ? [presentContactV1(found)] : [] } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: PATH,
		operationId: "createContact",
		tag,
		summary: "Create a contact",
		description: "An address or a number that another contact of the location has is refused.",
		scopes: ["contacts.write"],
		location: "needed",
		creates: true,
		body: SaveContact,
		answers: { 200: ContactAnswer },
		async handle(caller, { body }) {
			const { ctx, locationId } = caller;
			const contact = await namedAs(NAMES, async () =>
				createContact(ctx, { locationId, ...(await changeOf(caller, body)) }),
			);
			return { status: 200, body: { contact: presentContactV1(contact) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: `${PATH}/{contactId}`,
		operationId: "getContact",
		tag,
		summary: "Get a contact",
		scopes: ["contacts.readonly"],
		location: "needed",
		params,
		answers: { 200: ContactAnswer },
		async handle({ ctx }, { params: { contactId } }) {
			return { status: 200, body: { contact: presentContactV1(await getContact(ctx, { contactId })) } };
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: `${PATH}/{contactId}`,
		operationId: "updateContact",
		tag,
		summary: "Change a contact",
		description:
			"What is left out stays as it is; null and empty text clear a member; tags are set as given.",
		scopes: ["contacts.write"],
		location: "needed",
		params,
		body: SaveContact,
		answers: { 200: ContactAnswer },
		async handle(caller, { params: { contactId }, body }) {
			const contact = await namedAs(NAMES, async () =>
				editContact(caller.ctx, { contactId, ...(await changeOf(caller, body)) }),
			);
			return { status: 200, body: { contact: presentContactV1(contact) } };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: `${PATH}/{contactId}`,
		operationId: "deleteContact",
		tag,
		summary: "Delete a contact",
		scopes: ["contacts.write"],
		location: "needed",
		params,
		answers: { 200: Done },
		async handle({ ctx }, { params: { contactId } }) {
			await deleteContact(ctx, { contactId });
			return { status: 200, body: {} };
		},
	}),
];

const PARTS: readonly Route[] = [
	route({
		dialect,
		method: "POST",
		path: `${PATH}/{contactId}/tags`,
		operationId: "addTags",
		tag,
		summary: "Add tags to a contact",
		scopes: ["contacts.write"],
		location: "needed",
		params,
		body: TagsInput,
		answers: { 200: TagsAnswer },
		async handle({ ctx }, { params: { contactId }, body: { tags } }) {
			return { status: 200, body: { tags: await editTags(ctx, { contactId, add: tags }) } };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: `${PATH}/{contactId}/tags`,
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
		path: `${PATH}/{contactId}/workflow/{workflowId}`,
		operationId: "addContactToWorkflow",
		tag,
		summary: "Put a contact into a workflow",
		scopes: ["contacts.write"],
		location: "needed",
		params: both,
		body: EventStart,
		answers: { 200: Done },
		async handle({ ctx }, { params: ids, body }) {
			await putIntoWorkflow(ctx, { ...ids, ...startOf(body) });
			return { status: 200, body: {} };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: `${PATH}/{contactId}/workflow/{workflowId}`,
		operationId: "removeContactFromWorkflow",
		tag,
		summary: "Take a contact out of a workflow",
		scopes: ["contacts.write"],
		location: "needed",
		params: both,
		answers: { 200: Done },
		async handle({ ctx }, { params: ids }) {
			await takeOutOfWorkflow(ctx, ids);
			return { status: 200, body: {} };
		},
	}),
];

export const CONTACT_ROUTES_V1: readonly Route[] = [...RECORDS, ...PARTS];
