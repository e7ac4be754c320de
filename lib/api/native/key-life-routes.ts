import type { z } from "zod";
import {
	ChangedKey,
	EndOverlapBody,
	RevokeKeyBody,
	RotatedKey,
	RotateKeyBody,
} from "#lib/contracts/v2/keys.ts";
import { overlapEnd } from "#lib/core/keys/overlap.ts";
import { presentPropagation } from "#lib/core/keys/propagation.ts";
import type { Context } from "#lib/data/context.ts";
import { endKeyOverlap } from "#lib/services/keys/end-overlap.ts";
import { keepKeyAlive } from "#lib/services/keys/keep-alive.ts";
import { restoreKey } from "#lib/services/keys/restore.ts";
import { revokeKey } from "#lib/services/keys/revoke.ts";
import { rotateKey } from "#lib/services/keys/rotate.ts";
import { setKeyEnabled } from "#lib/services/keys/set-enabled.ts";
import type { Propagated } from "#lib/services/propagate.ts";
import { type Route, route } from "../route.ts";
import { KeyParams, readKey } from "./key-routes.ts";

const writing = {
	dialect: "native",
	tag: "The life of a key",
	method: "POST",
	scopes: ["keys.write"],
	location: "optional",
	params: KeyParams,
} as const;

type Step<Body extends z.ZodType | undefined> = {
	name: string;
	operationId: string;
	summary: string;
	body: Body;
	change: (
		ctx: Context,
		keyId: string,
		body: Body extends z.ZodType ? z.output<Body> : undefined,
	) => Promise<Propagated<object>>;
};

/** A step that answers with the key as it is afterwards. */
const step = <Body extends z.ZodType | undefined>({ name, body, change, ...words }: Step<Body>) =>
	route({
		...writing,
		...words,
		path: `/api/v2/keys/{keyId}/${name}`,
		body,
		answers: { 200: ChangedKey },
		async handle({ ctx }, { params: { keyId }, body: sent }) {
			const { propagation } = await change(ctx, keyId, sent);
			return { status: 200, body: { ...(await readKey(ctx, keyId)), ...presentPropagation(propagation) } };
		},
	});

const rotate = route({
	...writing,
	path: "/api/v2/keys/{keyId}/rotate",
	operationId: "rotateKey",
	summary: "Give a key a new secret",
	description: "The secret before goes on for the overlap. An older one still ends now.",
	creates: true,
	body: RotateKeyBody,
	answers: { 200: RotatedKey },
	async handle({ ctx }, { params: { keyId }, body: { overlapSeconds, version } }) {
		const { secret, propagation } = await rotateKey(ctx, { keyId, version, overlapSeconds });
		const body = {
			...(await readKey(ctx, keyId)),
			...presentPropagation(propagation),
			key: secret,
			olderSecretEndsAt: overlapEnd(ctx.now, overlapSeconds).toISOString(),
		};
		return { status: 200, body };
	},
});

const endOverlap = step({
	name: "end-overlap",
	operationId: "endKeyOverlap",
	summary: "End a key's older secret now",
	body: EndOverlapBody,
	change: (ctx, keyId, { version }) => endKeyOverlap(ctx, { keyId, version }),
});

const revoke = step({
	name: "revoke",
	operationId: "revokeKey",
	summary: "End a key for ever",
	body: RevokeKeyBody,
	change: (ctx, keyId, { reason }) => revokeKey(ctx, { keyId, reason }),
});

const disable = step({
	name: "disable",
	operationId: "disableKey",
	summary: "Switch a key off",
	body: undefined,
	change: (ctx, keyId) => setKeyEnabled(ctx, { keyId, enabled: false }),
});

const enable = step({
	name: "enable",
	operationId: "enableKey",
	summary: "Switch a key on",
	body: undefined,
	change: (ctx, keyId) => setKeyEnabled(ctx, { keyId, enabled: true }),
});

const restore = step({
	name: "restore",
	operationId: "restoreKey",
	summary: "Bring a key back from the trash",
	body: undefined,
	change: (ctx, keyId) => restoreKey(ctx, { keyId }),
});

const keepAlive = step({
	name: "keep-alive",
	operationId: "keepKeyAlive",
	summary: "Count as a use for the inactivity rule",
	body: undefined,
	// No verdict depends on it: there is nothing that processes could go by wrongly.
	change: async (ctx, keyId) => ({
		...(await keepKeyAlive(ctx, { keyId })),
		propagation: { propagated: true },
	}),
});

export const KEY_LIFE_ROUTES: readonly Route[] = [
	rotate,
	endOverlap,
	disable,
	enable,
	revoke,
	restore,
	keepAlive,
];
