import type { UsageSeries } from "#components/charts/usage-chart.tsx";
import type { RefusalVerdict } from "#lib/core/keys/refusals.ts";

/** How the reasons of refusals look in charts. */
export const REFUSAL_TONES: Record<RefusalVerdict, UsageSeries["tone"]> = {
	REVOKED: "bad",
	DISABLED: "muted",
	EXPIRED: "muted",
	SUSPENDED: "bad",
	FORBIDDEN: "accent",
	INSUFFICIENT_PERMISSIONS: "warn",
	RATE_LIMITED: "accent",
	USAGE_EXCEEDED: "warn",
};
