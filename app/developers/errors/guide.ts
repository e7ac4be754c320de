import { type Guide, list, table } from "../_guides/guide.ts";

export const ERRORS_GUIDE: Guide = {
	slug: "errors",
	title: "Errors and verdicts",
	summary:
		"Every refusal is a JSON problem with a code. Where a key is the caller's own credential, the code is the verdict on that key.",
	sections: [
		{
			heading: "What a refusal looks like",
			blocks: [
				"A problem as RFC 9457 describes it, with `Content-Type: application/problem+json`:",
				table(
					["Member", "Says"],
					["`code`", "what is wrong, for programs; all of them stand below"],
					["`status`", "the HTTP status again"],
					["`title`, `detail`", "what is wrong, for people"],
					["`errors`", "with `422`: each wrong `field` and its `message`"],
					[
						"`requestId`",
						"the name of this call, also in the header `X-Request-Id`; give it to whoever runs Latchkey",
					],
					["`type`", "the address of this page, at the code"],
					[
						"`msg`; `statusCode`, `message`, `error`",
						"the same again, for clients of API 1.0 and of API 2.0",
					],
				),
			],
		},
		{
			heading: "Which to try again",
			blocks: [
				list(
					"`429` and `503`: after as many seconds as `Retry-After` says.",
					"`500`: once, a little later. If it stays, pass the `requestId` on.",
					"All others: not before something was changed.",
				),
			],
		},
	],
};
