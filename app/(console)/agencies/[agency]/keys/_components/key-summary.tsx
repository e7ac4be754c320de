import type { ReactNode } from "react";
import { textsOf } from "#components/texts/texts-of.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary as Summary } from "#lib/core/keys/key.ts";
import { StatusNote } from "./key-cells.tsx";
import { KeyStatus } from "./key-status.tsx";

/** How a key stands, above whatever part of its page is shown. */
export async function KeySummary({ apiKey }: { apiKey: Summary }) {
	const t = await textsOf("key");
	const never = t("summary.never");
	return (
		<dl
			aria-label={t("summary.label")}
			className="grid grid-cols-2 gap-x-6 gap-y-3 pb-4 text-sm max-sm:px-3 sm:grid-cols-4"
		>
			<Fact name={t("summary.status")}>
				<KeyStatus status={apiKey.status} />
				<div className="mt-1 text-xs text-ink-muted empty:hidden">
					<StatusNote apiKey={apiKey} />
				</div>
			</Fact>
			<Fact name={t("summary.lastUsed")}>
				<RelativeTime value={apiKey.lastUsedAt} empty={never} />
			</Fact>
			<Fact name={t("summary.created")}>
				<RelativeTime value={apiKey.createdAt} />{" "}
				<span className="text-ink-muted">
					{t.rich("summary.by", { name: () => <bdi className="wrap-anywhere">{apiKey.createdByName}</bdi> })}
				</span>
			</Fact>
			<Fact name={t(apiKey.status === "Expired" ? "summary.expired" : "summary.expires")}>
				<RelativeTime value={apiKey.expiresAt} empty={never} />
			</Fact>
		</dl>
	);
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
	<div className="min-w-0">
		<dt className="mb-0.5 text-xs text-ink-muted">{name}</dt>
		<dd>{children}</dd>
	</div>
);
