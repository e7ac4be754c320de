import type { VerdictCode } from "../verdicts.ts";
import type { RefusalRule } from "./refusals.ts";

/** How the key would come: named by a gateway, or sent by its own program, with or without a signature. */
export const TRIED_ENTRANCES = ["gateway", "signed", "unsigned"] as const;
export type TriedEntrance = (typeof TRIED_ENTRANCES)[number];

export type TriedUse = {
	/** `signature_refused` for a good key in a request that should have been signed. */
	code: VerdictCode | "signature_refused";
	/** Null when it would be allowed. */
	rule: RefusalRule | null;
	about: string;
	/** What such a use would count against; nothing is taken now. */
	rateLimit: { max: number; seconds: number } | null;
	creditsLeft: number | null;
	/** Whether the agency asks programs to sign what they send. */
	requiresSignatures: boolean;
};
