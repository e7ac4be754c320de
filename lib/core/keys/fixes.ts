import type { FixKind } from "./fix.ts";
import type { Finding } from "./health.ts";

/** What helps against a finding, the mildest first. Rotation is for each key by itself. */
export const FIXES: Record<Finding, readonly FixKind[]> = {
	olderSecret: ["switchOff"],
	expiring: ["extend", "switchOff"],
	fullAccess: ["removeUnusedScopes", "makeReadonly", "endIn", "switchOff", "revoke"],
	unusedScopes: ["removeUnusedScopes", "makeReadonly"],
	neverUsed: ["switchOff", "keepAlive", "exempt", "endIn", "delete", "revoke"],
	idle60: ["switchOff", "keepAlive", "exempt", "endIn", "delete", "revoke"],
	idle30: ["switchOff", "keepAlive", "exempt", "endIn", "delete", "revoke"],
	oldSecret: ["switchOff", "endIn", "revoke"],
	noEndDate: ["endIn", "switchOff"],
	manyAddresses: ["switchOff", "revoke"],
	admin: ["makeReadonly", "removeUnusedScopes", "endIn"],
};

export const FIX_DAYS = [30, 90, 365] as const;
