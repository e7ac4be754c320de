"use client";

import { useTranslations } from "use-intl/react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { FoundKey } from "#lib/core/keys/found-key.ts";
import type { Finding } from "#lib/core/keys/health.ts";

type WhyFoundProps = { finding: Finding; found: FoundKey };

/** What exactly a finding found about a key. */
export function WhyFound({ finding, found }: WhyFoundProps) {
	const t = useTranslations("health.why");
	const count = found.scopes.length;
	switch (finding) {
		case "olderSecret":
			return t.rich("olderSecret", {
				used: () => <RelativeTime value={found.older?.usedAt ?? null} />,
				ends: () => <RelativeTime value={found.older?.endsAt ?? null} />,
			});
		case "expiring":
			return t.rich("expiring", { ends: () => <RelativeTime value={found.expiresAt} /> });
		case "fullAccess":
		case "unusedScopes":
		case "admin":
			return t(finding, { count });
		case "neverUsed":
			return (
				<>
					{t.rich("neverUsed", { created: () => <RelativeTime value={found.createdAt} /> })}
					<Deletion at={found.deletesAt} />
				</>
			);
		case "idle60":
		case "idle30":
			return (
				<>
					{t.rich("idle", { since: () => <RelativeTime value={found.idleSince} /> })}
					<Deletion at={found.deletesAt} />
				</>
			);
		case "oldSecret":
			return (
				<>
					{t.rich("oldSecret", { since: () => <RelativeTime value={found.secretSince} /> })}
					{found.rotateEveryDays !== null && (
						<span className="block text-xs text-ink-muted">
							{t("ownReminder", { days: found.rotateEveryDays })}
						</span>
					)}
				</>
			);
		case "noEndDate":
			return t("noEndDate");
		case "manyAddresses":
			return t("manyAddresses", { count: found.recentAddresses });
		default:
			return finding satisfies never;
	}
}

function Deletion({ at }: { at: string | null }) {
	const t = useTranslations("health.why");
	return (
		<span className="block text-xs text-ink-muted">
			{at ? t.rich("deletes", { at: () => <RelativeTime value={at} /> }) : t("staysForEver")}
		</span>
	);
}
