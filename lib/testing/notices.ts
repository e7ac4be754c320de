import type { World } from "./world.ts";

export type StoredNotice = {
	userId: string;
	kind: string;
	detail: Record<string, unknown>;
	at: Date;
	isWithdrawn: boolean;
};

/** What people were told about a key, in order. */
export async function noticesOf({ owner }: World, key: { id: string }): Promise<StoredNotice[]> {
	const { rows } = await owner.query(
		`select user_id as "userId", kind, detail, created_at as at, withdrawn_at is not null as "isWithdrawn"
			from notifications where key_id = $1 order by created_at, kind, user_id`,
		[key.id],
	);
	return rows;
}

/** The key's countdown as it is stored; null when there is none. */
export async function countdownOf({ owner }: World, key: { id: string }, kind = "INACTIVITY") {
	const { rows } = await owner.query("select * from key_countdowns where key_id = $1 and kind = $2", [
		key.id,
		kind,
	]);
	return rows[0] ?? null;
}
