"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { textsOf } from "#components/texts/texts-of.ts";
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
		const t = await textsOf("notifications");
		return { message: t("done.one"), data: undefined };
	});
}

export async function markAllReadAction(input: unknown) {
	return runAccountAction({ input, schema: AllForm }, async (account, { upTo }) => {
		const read = await markAllRead(account, upTo);
		revalidatePath(PAGE, "layout");
		const t = await textsOf("notifications");
		return { message: t("done.many", { count: read }), data: undefined };
	});
}
