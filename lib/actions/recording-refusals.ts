import "server-only";
import { headers } from "next/headers";
import { AppError } from "#lib/core/errors.ts";
import type { Context } from "#lib/data/context.ts";
import { recordRefusedAccess } from "#lib/services/audit/record-refusal.ts";

/** Does `work` for a person at a place, and has the audit log tell when their role does not allow it. */
export async function recordingRefusals<T>(
	ctx: Context,
	locationId: string | null,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof AppError && error.code === "forbidden") {
			const tried = (await headers()).get("x-latchkey-path")?.split("?")[0] ?? "";
			await recordRefusedAccess(ctx, { tried, reason: error.detail, locationId });
		}
		throw error;
	}
}
