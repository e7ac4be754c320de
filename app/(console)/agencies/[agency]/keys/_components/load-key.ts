import { notFound } from "next/navigation";
import { AppError } from "#lib/core/errors.ts";
import { Id } from "#lib/core/ids.ts";
import { describeKey } from "#lib/services/keys/describe.ts";

/** The key that an address names, or the page that says "not found". */
export async function loadKey(ctx: Parameters<typeof describeKey>[0], id: string, placeId: string | null) {
	const keyId = Id.safeParse(id);
	if (!keyId.success) notFound();
	try {
		return await describeKey(ctx, { keyId: keyId.data, placeId });
	} catch (error) {
		if (error instanceof AppError && error.code === "not_found") notFound();
		throw error;
	}
}
