import { type Guide, list, table } from "../_guides/guide.ts";

export const ERRORS_GUIDE: Guide = {
	slug: "errors",
	title: "Errors and verdicts",
	summary:
		"Every refusal is a JSON problem with a code. When the key that you call with is not good, the code is the verdict on that key, in capitals.",
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
				"What cannot be read as HTTP is answered without a body: `400`, `408` when it comes too slowly, `431` when its headers are too long. The [Unkey dialect](/developers/unkey) has a form of its own, with the same `type`.",
			],
		},
		{
			heading: "Which to try again",
			blocks: [
				list(
					"`429` and `503`: after as many seconds as `Retry-After` says.",
					"`409` with an `Idempotency-Key`: its `detail` says whether the first call is still under way.",
					"`500`: once, a little later. If it stays, pass the `requestId` on.",
					"All others: not before something was changed.",
				),
			],
		},
	],
};
