import type { Tx } from "./client.ts";

const ONLY_ROW = 1;

/** Whether somebody has set the installation up, and what its set-up token is made from. */
export const readInstallation = (tx: Tx) =>
	tx.installation.findUniqueOrThrow({ where: { id: ONLY_ROW }, select: { nonce: true, setUpAt: true } });

/** Marks the installation as set up. Of several at once one is told true. */
export async function markSetUp(tx: Tx, now: Date) {
	const { count } = await tx.installation.updateMany({
		where: { id: ONLY_ROW, setUpAt: null },
		data: { setUpAt: now },
	});
	return count === 1;
}
