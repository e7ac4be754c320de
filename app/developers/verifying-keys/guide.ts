import { VERIFY_PLACE } from "#components/samples/key-calls.ts";
import { FORWARD_AUTH, INTROSPECT, VERIFY } from "../_examples/keys.ts";
import { GUARDED_EXPRESS, GUARDED_SERVICE } from "../_examples/services.ts";
import { example, files, type Guide, note, table } from "../_guides/guide.ts";

export const VERIFYING_KEYS: Guide = {
	slug: "verifying-keys",
	title: "Verifying keys",
	summary: "Others send keys to your service: let Latchkey say whether they are good.",
	sections: [
		{
			heading: "Choose a way",
			blocks: [
				table(
					["You have", "Use"],
					[
						"a service whose code you can change",
						"[verify](#in-your-own-service), or [our client](#with-our-client)",
					],
					["a service behind nginx, Caddy, Traefik, HAProxy or Envoy", "[forward-auth](#at-a-gateway)"],
					["a product that knows OAuth token introspection", "[introspection](#by-introspection)"],
					["a program that was written for Unkey", "[the Unkey dialect](/developers/unkey)"],
				),
				"Your service asks with a key of its own: make an agency key with the scope `keys.verify` and no other, which the choice **Verify keys only** ticks. It learns of keys of its own agency alone. A gateway needs no key.",
			],
		},
		{
			heading: "In your own service",
			blocks: [
				example(VERIFY),
				"The answer is `200` for every verdict: look at `valid`, then at `code`. `scopes` in the call are those that must all be held; writing includes reading. Anything but `200` is about your call or your own key, and says nothing about the key that was sent to you.",
				example(VERIFY_PLACE),
				"Send `clientIp` whenever you know it: keys can be bound to addresses, and without it your own is judged. Behind a proxy of yours that is the address which the proxy tells, not the proxy's. `cost` says how many credits this use takes, one unless told.",
				example(GUARDED_SERVICE),
				note(
					"When the call fails or answers `503`, nobody knows whether the key is good. Let nobody in, answer `503` yourself, and keep no verdicts: a cached yes outlives a revocation.",
				),
			],
		},
		{
			heading: "With our client",
			blocks: [
				"`latchkey-client` lies in the folder `sdk` of Latchkey's source code: `npx tsc -p sdk` builds it, and `npm install PATH/sdk` puts it into your project. It has no dependencies, repeats what may be repeated, and guards Express and anything that speaks web-standard `Request`.",
				example(GUARDED_EXPRESS),
			],
		},
		{
			heading: "At a gateway",
			blocks: [
				"The gateway asks `/api/v2/forward-auth` about each request before it lets it through, and passes the request's `Authorization` on. `200` lets it through; `401`, `403`, `429` and `503` are to be handed to the sender with `WWW-Authenticate` and `Retry-After`.",
				example(FORWARD_AUTH),
				"The answer has no body, and headers to hand on to your service: `X-Latchkey-Key-Id`, `X-Latchkey-Agency-Id`, `X-Latchkey-Location-Id`, `X-Latchkey-Level`, `X-Latchkey-Role`, `X-Latchkey-Scopes`. Overwrite what clients send under these names.",
				"Demand scopes and a location in the address, as above, or in the headers `X-Required-Scope` and `X-Required-Location` that the gateway sets.",
				files("A whole configuration", {
					nginx: "gateways/nginx.conf",
					Caddy: "gateways/Caddyfile",
					HAProxy: "gateways/haproxy.cfg",
					"HAProxy: latchkey.lua": "gateways/latchkey.lua",
				}),
				"In them `127.0.0.1:3000` is Latchkey, `keys.example.com` its name in the addresses that people use, `127.0.0.1:8080` your service, and 8000 the port that the gateway listens on. Start Latchkey with `TRUSTED_HOPS=1`, so that it believes the address of the sender that the gateway writes. What to look after with each, and the same for Traefik and Envoy, is told in the folder `docs/gateways` of Latchkey's source code.",
			],
		},
		{
			heading: "By introspection",
			blocks: [
				example(INTROSPECT),
				'A key that is not good, whatever the reason, reads `{ "active": false }`. `sub` is the key\'s location or agency, and `exp` is there only when it ends. Looking takes no credits.',
			],
		},
		{
			heading: "The order of the checks",
			blocks: [
				"The first that applies is the code: `NOT_FOUND`, `REVOKED`, `DISABLED`, `EXPIRED`, `SUSPENDED`, `FORBIDDEN` (by address, then by location), `INSUFFICIENT_PERMISSIONS`, `RATE_LIMITED`, `USAGE_EXCEEDED`, `VALID`. A refused use takes no credits. [Each is explained](/developers/errors#verdicts).",
			],
		},
	],
};
