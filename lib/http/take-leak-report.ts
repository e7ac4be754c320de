import { admitLeakReport } from "#lib/auth/throttle.ts";
import { AppError } from "#lib/core/errors.ts";
import { findKeyTexts } from "#lib/core/keys/format.ts";
import { LEAK_TEXTS_MAX, LeakNote } from "#lib/core/keys/leak.ts";
import { database } from "#lib/data/client.ts";
import { reportLeak } from "#lib/services/keys/report-leak.ts";

/** Why a report was not taken. */
export type LeakReportProblem = "nothing" | "too_many" | "note" | "throttled" | "busy";

/**
 * Takes what a visitor pasted into the form. Whether something has the form of a key is public, and said; whether it is
 * one is not looked up.
 */
export async function takeLeakReport(
	{ found, where }: { found: string; where: string },
	address: string,
): Promise<"done" | LeakReportProblem> {
	const texts = findKeyTexts(found);
	const note = LeakNote.safeParse(where);
	if (texts.length === 0) return "nothing";
	if (texts.length > LEAK_TEXTS_MAX) return "too_many";
	if (!note.success) return "note";
	if ((await admitLeakReport(address)) !== null) return "throttled";
	try {
		await reportLeak(database(), { texts, note: note.data, url: null });
		return "done";
	} catch (error) {
		if (error instanceof AppError) return "busy";
		throw error;
	}
}
