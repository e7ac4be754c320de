import type { IncomingMessage } from "node:http";
import { formIdIn } from "#lib/core/crm/form-path.ts";
import type { Refusal } from "./check-request.ts";

/**
 * Whether somebody sends a public form, or a browser asks whether a page of another site may. It carries no credential, so
 * it may come from any site.
 */
export const isVisitorsPost = (method: string, path: string) =>
	(method === "POST" || method === "OPTIONS") && formIdIn(path) !== null;

/** A form carries no credential and tells nothing of anybody: pages of any site may send it and read the answer. */
export const ANY_SITE = { "Access-Control-Allow-Origin": "*" };

const ANSWERS_TYPE = /^application\/(?:x-www-form-urlencoded|json)\s*(?:;|$)/i;

export function checkVisitorsType({ headers }: IncomingMessage): Refusal | null {
	if (ANSWERS_TYPE.test(headers["content-type"] ?? "")) return null;
	return { code: "unsupported_media_type", detail: "Send the answers form-encoded or as JSON." };
}
