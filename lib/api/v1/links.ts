import { z } from "zod";
import { presentLink } from "#lib/contracts/link.ts";
import { CreateLink, Link, LinkList, UpdateLink } from "#lib/contracts/v1/links.ts";
import { Done } from "#lib/contracts/v1/locations.ts";
import { LINKS_MAX } from "#lib/core/crm/link-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createLink } from "#lib/services/links/create.ts";
import { deleteLink } from "#lib/services/links/delete.ts";
import { editLink } from "#lib/services/links/edit.ts";
import { listLinks } from "#lib/services/links/list.ts";
import { type Route, route } from "../route.ts";

const dialect = "v1";
const tag = "Trigger links";
const params = z.object({ linkId: Id });

export const LINK_ROUTES_V1: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v1/links",
		operationId: "listLinks",
		tag,
		summary: "List trigger links",
		scopes: ["links.readonly"],
		location: "needed",
		answers: { 200: LinkList },
		async handle({ ctx, locationId, surroundings: { origin } }) {
			const { rows } = await listLinks(ctx, { locationId, search: "", offset: 0, limit: LINKS_MAX });
			return { status: 200, body: { links: rows.map((link) => presentLink(origin, link)) } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v1/links",
		operationId: "createLink",
		tag,
		summary: "Create a trigger link",
		scopes: ["links.write"],
		location: "needed",
		creates: true,
		body: CreateLink,
		answers: { 200: Link },
		async handle({ ctx, locationId, surroundings: { origin } }, { body }) {
			return { status: 200, body: presentLink(origin, await createLink(ctx, { locationId, ...body })) };
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: "/api/v1/links/{linkId}",
		operationId: "updateLink",
		tag,
		summary: "Change a trigger link",
		scopes: ["links.write"],
		location: "needed",
		params,
		body: UpdateLink,
		answers: { 200: Link },
		async handle({ ctx, surroundings: { origin } }, { params: { linkId }, body }) {
			return { status: 200, body: presentLink(origin, await editLink(ctx, { linkId, ...body })) };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: "/api/v1/links/{linkId}",
		operationId: "deleteLink",
		tag,
		summary: "Delete a trigger link",
		scopes: ["links.write"],
		location: "needed",
		params,
		answers: { 200: Done },
		async handle({ ctx }, { params: { linkId } }) {
			await deleteLink(ctx, { linkId });
			return { status: 200, body: {} };
		},
	}),
];
