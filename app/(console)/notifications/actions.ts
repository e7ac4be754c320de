"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { runAccountAction } from "#lib/actions/run-action.ts";
import { Id } from "#lib/core/ids.ts";
import { markAllRead, markRead } from "#lib/services/notifications/mark-read.ts";

const OneForm = z.strictObject({ notificationId: Id });
const AllForm = z.strictObject({ upTo: Id });

const PAGE = "/notifications";

export async function markReadAction(input: unknown) {
	return runAccountAction({ input, schema: OneForm }, async (account, { notificationId }) => {
		await markRead(account, notificationId);
		revalidatePath(PAGE, "layout");
		return { message: "Marked as read.", data: undefined };
	});
}

export async function markAllReadAction(input: unknown) {
	return runAccountAction({ input, schema: AllForm }, async (account, { upTo }) => {
		const read = await markAllRead(account, upTo);
		revalidatePath(PAGE, "layout");
		const message = read === 1 ? "One notification was marked as read." : `${read} were marked as read.`;
		return { message, data: undefined };
	});
}
