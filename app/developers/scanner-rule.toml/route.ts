import { env } from "#lib/config/env.ts";
import { scannerRule } from "#lib/contracts/scanner-rule.ts";

export const dynamic = "force-dynamic";

/** A rule for secret scanners, for anybody. */
export const GET = () =>
	new Response(scannerRule(env().APP_ORIGIN), {
		headers: { "Content-Type": "application/toml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
	});
