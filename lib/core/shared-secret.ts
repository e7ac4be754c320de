import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Binding } from "./envelope.ts";

const SECRET_BYTES = 32;
const DAY_SECONDS = 86_400;

/** How Standard Webhooks writes its secrets, so that its libraries take this one as it is. */
export const generateSharedSecret = () => `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;

/** What the envelope of a version belongs to. */
export const sharedSecretBinding = (version: { agencyId: string; id: string; version: number }): Binding => [
	"shared-secret",
	version.agencyId,
	version.id,
	version.version,
];

/** The longest overlap, in seconds. */
export const OVERLAP_MAX = 30 * DAY_SECONDS;

const OVERLAP_MESSAGE = "The old secret may go on for up to 30 days.";

export const OverlapSeconds = z.number().int().min(0, OVERLAP_MESSAGE).max(OVERLAP_MAX, OVERLAP_MESSAGE);

/** Whether a version still counts: the newest has no end, and the one before it may have some time left. */
export const counts = ({ endsAt }: { endsAt: Date | null }, now: Date) => endsAt === null || endsAt > now;

/** A version of the shared secret as screens show it: never its text. Instants are ISO 8601. */
export type SharedSecretVersion = {
	id: string;
	version: number;
	createdAt: string;
	createdByName: string;
	endsAt: string | null;
	status: "current" | "overlap" | "ended";
};
