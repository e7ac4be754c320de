import { SIGNED } from "../_examples/signed.ts";
import { example, type Guide, table } from "../_guides/guide.ts";

export const SIGNED_REQUESTS: Guide = {
	slug: "signed-requests",
	title: "Signed requests",
	summary: "A key that leaks is worth nothing to somebody who does not know the agency's shared secret too.",
	sections: [
		{
			heading: "When to sign",
			blocks: [
				"Any call may be signed, and a signature that is sent is always checked. The agency can require it, in the Agency View under **API shared secret**: from then on calls with its keys are refused unless they are signed. Have your programs sign first.",
				"Keys that others send to you are judged without: [forward-auth](/developers/verifying-keys#at-a-gateway) never asks for a signature, and a call to `verify` is signed by your service for its own key.",
			],
		},
		{
			heading: "What is signed",
			blocks: [
				"One line: `timestamp.METHOD.target.digest`.",
				table(
					["Part", "Is"],
					[
						"`timestamp`",
						"seconds since 1970, as sent in `X-Latchkey-Timestamp`; your clock may be five minutes off",
					],
					["`METHOD`", "in capitals"],
					["`target`", "path and query, exactly as they stand in the request line, without the host"],
					["`digest`", "SHA-256 of the body in lower-case hex; of nothing, when there is no body"],
				),
				"The signature is HMAC-SHA-256 of that line, in lower-case hex, keyed with the whole text of the secret, `whsec_…`. It goes into `X-Latchkey-Signature`, after `v1=`.",
			],
		},
		{
			heading: "Programs that sign",
			blocks: ["They read the secret from `LATCHKEY_SHARED_SECRET`.", example(SIGNED)],
		},
		{
			heading: "When it is refused",
			blocks: [
				"`401` with the code `signature_refused`; `detail` says which it is.",
				table(
					["The detail says", "Look at"],
					["it is missing", "the agency requires signatures, and this call has none"],
					["it is malformed", "`v1=` and 64 lower-case hex digits; the timestamp in whole seconds"],
					["it was made at another time", "the clock of the machine"],
					[
						"it does not fit",
						"the secret, which must be the whole text; the query, to be signed as it is sent, and the body, byte for byte: a proxy on the way may rewrite either",
					],
					[
						"it was used before",
						"sign every attempt anew; two equal calls within one second need something different in the query",
					],
				),
			],
		},
	],
};
