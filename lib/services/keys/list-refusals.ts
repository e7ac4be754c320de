import { type KeyRefusal, type RefusalVerdict, ruleOf, toldOf } from "#lib/core/keys/refusals.ts";
import type { Tx } from "#lib/data/client.ts";
import type { Context } from "#lib/data/context.ts";
import { listRefusals as listRows, type RefusalsMeant } from "#lib/data/key-refusals.ts";
import { inTransaction } from "#lib/data/transaction.ts";
import { findReadableKey } from "./authorize.ts";

const SHOWN = 10;
/** Whoever asks about one reason or time wants more of them. */
const SHOWN_OF_PART = 50;

type Asked = Omit<RefusalsMeant, "requestId"> & { keyId: string };

/** A key's last refusals, the newest first, for one reason or in one time only. Those of the last second may be missing. */
export function listRefusals(ctx: Context, { keyId, ...meant }: Asked) {
	return inTransaction(ctx, async (tx) => {
		const key = await findReadableKey(tx, ctx, keyId);
		return readRefusals(
			tx,
			ctx.agencyId,
			key.id,
			meant,
			Object.keys(meant).length > 0 ? SHOWN_OF_PART : SHOWN,
		);
	});
}

/** The refusals behind {@link listRefusals}, or the one of a request, for a key that was loaded and permitted before. */
export async function readRefusals(
	tx: Tx,
	agencyId: string,
	keyId: string,
	meant: RefusalsMeant,
	most = SHOWN,
): Promise<KeyRefusal[]> {
	const rows = await listRows(tx, agencyId, { ...meant, keyId, most });
	return rows.map(({ rule, about, at, verdict, ...row }) => ({
		...row,
		told: toldOf(rule, verdict as RefusalVerdict),
		rule: ruleOf(rule),
		about,
		at: at.toISOString(),
	}));
}
