import { cache } from "react";
import type { Context } from "#lib/auth/require-context.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import { listFindings } from "#lib/services/keys/list-findings.ts";
import type { HealthSearch } from "../search-params.ts";
import type { HealthSite } from "./health-screen.tsx";

/**
 * The page of a finding's keys that the address asks for, and how many there are: read once for all who show something of
 * it. An address may name a page that is gone by now: then the last one that there is.
 */
export const readFinding = cache(
	async (ctx: Context, { locationId }: HealthSite, search: HealthSearch, finding: Finding) => {
		const { page, size } = search;
		const asked = { locationId, finding, pageSize: size };
		const list = await listFindings(ctx, { ...asked, page });
		if (list.rows.length > 0 || list.total === 0) return { ...list, page, size };
		const last = Math.ceil(list.total / size);
		return { ...(await listFindings(ctx, { ...asked, page: last })), page: last, size };
	},
);
