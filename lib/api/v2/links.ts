import { z } from "zod";
import { presentLink } from "#lib/contracts/link.ts";
import { skipAndLimit } from "#lib/contracts/paging.ts";
import { CreateLink, LinkAnswer, LinkList, UpdateLink } from "#lib/contracts/v2/links.ts";
import { Succeeded, succeeded } from "#lib/contracts/v2/traced.ts";
import { LINKS_MAX } from "#lib/core/crm/link-fields.ts";
import { Id } from "#lib/core/ids.ts";
import { createLink } from "#lib/services/links/create.ts";
import { deleteLink } from "#lib/services/links/delete.ts";
import { editLink } from "#lib/services/links/edit.ts";
import { getLink } from "#lib/services/links/get.ts";
import { listLinks } from "#lib/services/links/list.ts";
import { type Route, route } from "../route.ts";

const dialect = "v2";
const tag = "Trigger links";
const params = z.object({ linkId: Id });

export const LINK_ROUTES_V2: readonly Route[] = [
	route({
		dialect,
		method: "GET",
		path: "/api/v2/links",
		operationId: "getLinks",
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
		method: "GET",
		path: "/api/v2/links/search",
		operationId: "searchTriggerLinks",
		tag,
		summary: "Search trigger links by name",
		scopes: ["links.readonly"],
		location: "needed",
		query: z.object({ query: z.string().max(200).default(""), ...skipAndLimit(20) }),
		answers: { 200: LinkList },
		async handle({ ctx, locationId, surroundings: { origin } }, { query: { query, skip, limit } }) {
			const { rows } = await listLinks(ctx, { locationId, search: query, offset: skip, limit });
			return { status: 200, body: { links: rows.map((link) => presentLink(origin, link)) } };
		},
	}),
	route({
		dialect,
		method: "GET",
		path: "/api/v2/links/id/{linkId}",
		operationId: "getLinkById",
		tag,
		summary: "Get a trigger link",
		scopes: ["links.readonly"],
		location: "needed",
		params,
		answers: { 200: LinkAnswer },
		async handle({ ctx, surroundings: { origin } }, { params: { linkId } }) {
			return { status: 200, body: { link: presentLink(origin, await getLink(ctx, { linkId })) } };
		},
	}),
	route({
		dialect,
		method: "POST",
		path: "/api/v2/links",
		operationId: "createLink",
		tag,
		summary: "Create a trigger link",
		scopes: ["links.write"],
		location: "needed",
		creates: true,
		body: CreateLink,
		answers: { 201: LinkAnswer },
		async handle({ ctx, locationId, surroundings: { origin } }, { body: { name, redirectTo } }) {
			const link = await createLink(ctx, { locationId, name, redirectTo });
			return { status: 201, body: { link: presentLink(origin, link) } };
		},
	}),
	route({
		dialect,
		method: "PUT",
		path: "/api/v2/links/{linkId}",
		operationId: "updateLink",
		tag,
		summary: "Change a trigger link",
		scopes: ["links.write"],
		location: "needed",
		params,
		body: UpdateLink,
		answers: { 201: LinkAnswer },
		async handle({ ctx, surroundings: { origin } }, { params: { linkId }, body }) {
			return { status: 201, body: { link: presentLink(origin, await editLink(ctx, { linkId, ...body })) } };
		},
	}),
	route({
		dialect,
		method: "DELETE",
		path: "/api/v2/links/{linkId}",
		operationId: "deleteLink",
		tag,
		summary: "Delete a trigger link",
		scopes: ["links.write"],
		location: "needed",
		params,
		answers: { 201: Succeeded },
		async handle({ ctx, request }, { params: { linkId } }) {
			await deleteLink(ctx, { linkId });
			return { status: 201, body: succeeded(request.header("version")) };
		},
	}),
];
