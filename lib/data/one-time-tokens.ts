import type { Tx } from "./client.ts";

type NewToken = { id: string; userId: string; digest: Uint8Array<ArrayBuffer>; expiresAt: Date };

/** Stores a token for a new password; those before it are spent. The person's row lock makes two at once take turns. */
export async function replaceResetToken(tx: Tx, token: NewToken, now: Date) {
	await tx.$queryRaw`select 1 from users where id = ${token.userId}::uuid for update`;
	await tx.oneTimeToken.updateMany({
		where: { userId: token.userId, kind: "PASSWORD_RESET", usedAt: null },
		data: { usedAt: now },
	});
	await tx.oneTimeToken.create({
		data: { ...token, kind: "PASSWORD_RESET", createdAt: now },
		select: { id: true },
	});
}
