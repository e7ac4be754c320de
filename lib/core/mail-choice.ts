import { z } from "zod";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DIGEST_HOUR = 6;

/** How a person is told beside the app. */
export const MailChoice = z.enum(["OFF", "AT_ONCE", "DAILY"]);
export type MailChoice = z.output<typeof MailChoice>;

/** Whoever has never chosen is mailed nothing. */
export const DEFAULT_MAIL_CHOICE: MailChoice = "OFF";

/** The last moment at which a digest was due: 06:00 UTC. What came later waits for the next. */
export function lastDigestAt(now: Date): Date {
	const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS + DIGEST_HOUR * HOUR_MS;
	return new Date(today <= now.getTime() ? today : today - DAY_MS);
}
