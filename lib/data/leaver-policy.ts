import type { Tx } from "./client.ts";

/** Whether the keys of somebody who goes are switched off. Without a policy they are kept. */
export async function disablesLeaverKeys(tx: Tx, agencyId: string) {
	const policy = await tx.agencyPolicy.findUnique({ where: { agencyId }, select: { leaverKeys: true } });
	return policy?.leaverKeys === "DISABLE";
}
