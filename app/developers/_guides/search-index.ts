import MiniSearch from "minisearch";
import { DIALECTS, DOCUMENTS, operationsOf } from "#lib/api/openapi/document.ts";
import { processWide } from "#lib/config/process-wide.ts";
import { ERROR_GUIDE, VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { anchorOf, wordsOf } from "./guide.ts";
import { GUIDES } from "./guides.ts";
import { type Found, SEARCH_OPTIONS } from "./search-options.ts";

type Entry = Found & { id: number; text: string };

function entries(): Entry[] {
	const guides = GUIDES.flatMap(({ slug, title, summary, sections }) => [
		{ href: `/developers/${slug}`, page: title, heading: title, text: summary },
		...sections.map(({ heading, blocks }) => ({
			href: `/developers/${slug}#${anchorOf(heading)}`,
			page: title,
			heading,
			text: blocks.map(wordsOf).join(" "),
		})),
	]);
	const codes = Object.entries({ ...VERDICT_GUIDE, ...ERROR_GUIDE }).map(([code, text]) => ({
		href: `/developers/errors#${code}`,
		page: "Errors and verdicts",
		heading: code,
		text,
	}));
	const operations = DIALECTS.flatMap((dialect) =>
		operationsOf(dialect).map(({ operationId, method, path, summary, description = "", tag }) => ({
			href: `/developers/reference/${dialect}#${operationId}`,
			page: DOCUMENTS[dialect].title,
			heading: `${method} ${path}`,
			text: `${operationId} ${tag} ${summary} ${description}`,
		})),
	);
	return [...guides, ...codes, ...operations].map((entry, id) => ({ id, ...entry }));
}

/** All sections of all pages, by their headings and words. */
export const searchIndex = () =>
	processWide("developers-search", () => {
		const index = new MiniSearch<Entry>(SEARCH_OPTIONS);
		index.addAll(entries());
		return index;
	});
