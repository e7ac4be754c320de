import { OVERLAP_MAX } from "../shared-secret.ts";

const SECOND_MS = 1_000;

/** Until when an older secret may go on at most: 30 days after the rotation that replaced it. */
export const lastOverlapEnd = (rotatedAt: Date) => new Date(rotatedAt.getTime() + OVERLAP_MAX * SECOND_MS);

/** The end of an overlap of so many seconds. */
export const overlapEnd = (now: Date, seconds: number) => new Date(now.getTime() + seconds * SECOND_MS);

type Extension = { rotatedAt: Date; before: Date; after: Date };

/** Why an older secret may not go on until `after`, for the person who asks for it; null when it may. */
export function extensionProblem({ rotatedAt, before, after }: Extension): string | null {
	if (after <= before)
		return "This is no later than the older secret ends now. To stop it sooner, end it now.";
	if (after > lastOverlapEnd(rotatedAt)) {
		return "An older secret goes on for 30 days after the rotation at most.";
	}
	return null;
}
