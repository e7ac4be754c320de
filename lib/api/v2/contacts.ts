import { z } from "zod";
import { divideName, valuesOf } from "#lib/contracts/contact.ts";
import {
	ContactAnswer,
	ContactChanged,
	ContactDuplicate,
	ContactList,
	ContactSearch,
	ContactUpserted,
	presentContactV2,
	SaveContact,
	SearchContacts,
	SORTS,
	UpdateContact,
} from "#lib/contracts/v2/contacts.ts";
import { Succeeded, succeeded } from "#lib/contracts/v2/traced.ts";
import type { ContactChange } from "#lib/core/crm/contact-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createContact } from "#lib/services/contacts/create.ts";
import { deleteContact } from "#lib/services/contacts/delete.ts";
import { editContact } from "#lib/services/contacts/edit.ts";
import { getContact } from "#lib/services/contacts/get.ts";
import { listContacts } from "#lib/services/contacts/list.ts";
import { lookUpContact } from "#lib/services/contacts/lookup.ts";
import { upsertContact } from "#lib/services/contacts/upsert.ts";
import { ContactPageQuery, readContactPage } from "../contact-pages.ts";
import { QueryEmail, QueryPhone } from "../contact-query.ts";
import { customValuesById } from "../custom-values.ts";
import { namedAs } from "../named-as.ts";
import { type LocalCaller, type Route, route } from "../route.ts";
import { refuseInV3 } from "./gone-in-v3.ts";

const dialect = "v2";
const tag = "Contacts";
const PATH = "/api/v2/contacts";
/** What the dialect calls what we call otherwise. */
const NAMES = { customValues: "customFields" };
const params = z.object({ contactId: Id });

type Input = z.output<typeof UpdateContact>;

const changeOf = async (caller: LocalCaller, { customFields, ...fields }: Input): Promise<ContactChange> => ({
	...divideName(fields),
	...(await customValuesById(caller, "customFields", valuesOf(customFields))),
});

const saveOf = async (caller: LocalCaller, { locationId: _, ...input }: z.output<typeof SaveContact>) => ({
	locationId: caller.locationId,
	...(await changeOf(caller, input)),
});

export const CONTACT_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: PATH,
		operationId: "getContacts",
		tag,
		summary: "List contacts, the newest first",
		description: "Not in version v3: search there.",
		scopes: ["contacts.readonly"],
		location: "needed",
		query: ContactPageQuery,
		answers: { 200: ContactList },
		async handle(caller, { query }) {
			refuseInV3(caller.request, "Use POST /contacts/search.");
			const { contacts, meta } = await readContactPage(caller, PATH, query);
			return { status: 200, body: { contacts: contacts.map(presentContactV2), count: meta.total, meta } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: `${PATH}/search`,
		operationId: "searchContactsAdvanced",
		tag,
		summary: "Search contacts",
		scopes: ["contacts.readonly"],
		location: "needed",
		body: SearchContacts,
		answers: { 200: ContactSearch },
		async handle({ ctx, locationId }, { body: { query, page, pageLimit, filters, sort } }) {
			const [order] = sort;
			const { rows, total } = await listContacts(ctx, {
				locationId,
				search: query,
				tag: filters[0]?.value.toLowerCase() ?? null,
				sort: SORTS[order?.field ?? "dateAdded"],
				direction: order?.direction ?? "desc",
				page,
				pageSize: pageLimit,
			});
			return { status: 200, body: { contacts: rows.map(presentContactV2), total } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: `${PATH}/search/duplicate`,
		operationId: "getDuplicateContact",
		tag,
		summary: "Find the contact that has an address or a number",
		scopes: ["contacts.readonly"],
		location: "needed",
		query: z
			.object({ number: QueryPhone, email: QueryEmail })
			.refine(({ number, email }) => number || email, { path: ["email"], error: "Send email or number." }),
		answers: { 200: ContactDuplicate },
		async handle({ ctx, locationId }, { query: { number: phone, email } }) {
			const found = await namedAs({ phone: "number" }, () =>
				lookUpContact(ctx, { locationId, phone, email }),
			);
			return { status: 200, body: { contact: found && presentContactV2(found) } };
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
		answers: { 201: ContactAnswer },
		async handle(caller, { body }) {
			const contact = await namedAs(NAMES, async () => createContact(caller.ctx, await saveOf(caller, body)));
			return { status: 201, body: { contact: presentContactV2(contact) } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: `${PATH}/upsert`,
		operationId: "upsertContact",
		tag,
		summary: "Change the contact that has an address or a number, or create one",
		description: "The address is looked for first. Without either, every call creates a contact.",
		scopes: ["contacts.write"],
		location: "needed",
		body: SaveContact,
		answers: { 200: ContactUpserted },
		async handle(caller, { body }) {
			const { contact, isNew } = await namedAs(NAMES, async () =>
				upsertContact(caller.ctx, await saveOf(caller, body)),
			);
			return { status: 200, body: { new: isNew, contact: presentContactV2(contact) } };
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
			return { status: 200, body: { contact: presentContactV2(await getContact(ctx, { contactId })) } };
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
		body: UpdateContact,
		answers: { 200: ContactChanged },
		async handle(caller, { params: { contactId }, body }) {
			const contact = await namedAs(NAMES, async () =>
				editContact(caller.ctx, { contactId, ...(await changeOf(caller, body)) }),
			);
			const done = succeeded(caller.request.header("version"));
			return { status: 200, body: { ...done, contact: presentContactV2(contact) } };
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
		answers: { 200: Succeeded },
		async handle({ ctx, request }, { params: { contactId } }) {
			await deleteContact(ctx, { contactId });
			return { status: 200, body: succeeded(request.header("version")) };
		},
	}),
];
