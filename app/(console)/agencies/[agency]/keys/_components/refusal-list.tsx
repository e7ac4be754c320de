import { RelativeTime } from "#components/ui/relative-time.tsx";
import { VERDICT_GUIDE } from "#lib/contracts/error-guide.ts";
import { DENIAL_REASONS } from "#lib/core/keys/denials.ts";
import type { KeyRefusal } from "#lib/core/keys/refusals.ts";
import { VERDICTS } from "#lib/core/verdicts.ts";

/** Why a key was refused, each time with the rule that decided and what to do. */
export const RefusalList = ({ refusals }: { refusals: readonly KeyRefusal[] }) => (
	<ol className="divide-y divide-line rounded-lg border border-line text-sm">
		{refusals.map((refusal) => (
			<li key={refusal.requestId} className="space-y-1.5 px-3.5 py-3">
				<p className="flex flex-wrap items-baseline justify-between gap-x-4">
					<span className="font-medium">
						{DENIAL_REASONS[refusal.verdict]}{" "}
						<code className="font-mono text-xs font-normal text-ink-muted">{refusal.verdict}</code>
					</span>
					<span className="text-ink-muted">
						<RelativeTime value={refusal.at} />
					</span>
				</p>
				<p className="wrap-anywhere">{refusal.reason || VERDICTS[refusal.verdict]}</p>
				<p className="text-ink-muted">{VERDICT_GUIDE[refusal.verdict]}</p>
				<p className="text-xs wrap-anywhere text-ink-muted">
					From {refusal.address ?? "an unknown address"}
					{refusal.client !== "" && (
						<>
							{" "}
							by <bdi>{refusal.client}</bdi>
						</>
					)}{" "}
					· request <code className="font-mono">{refusal.requestId}</code>
				</p>
			</li>
		))}
	</ol>
);
