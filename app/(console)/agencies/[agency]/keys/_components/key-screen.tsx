import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { KeyDetail } from "#lib/services/keys/describe.ts";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { KeyActionsProvider, type KeysSite } from "./key-actions.tsx";
import { KeyFactsPanel } from "./key-facts-panel.tsx";
import { HistoryPanel, HistorySkeleton } from "./key-history.tsx";
import { KeyMenu } from "./key-menu.tsx";
import { SecretPanel } from "./secret-panel.tsx";

type KeyScreenProps = {
	site: KeysSite & { listHref: string };
	detail: KeyDetail;
	mayChange: boolean;
	/** What holds for all keys of the place. */
	notice?: ReactNode;
	/** Where the key stands with the inactivity rule. */
	inactivity: ReactNode;
	/** Why it was refused. */
	refusals: ReactNode;
	/** Left out for those who may not read the audit log. */
	history?: ReactNode;
};

const coming = (title: string) => (
	<Panel title={title}>
		<PanelBody>
			<Skeleton className="w-72 max-w-full" />
		</PanelBody>
	</Panel>
);

/** All about one key, in both views. */
export const KeyScreen = ({
	site,
	detail,
	mayChange,
	notice,
	inactivity,
	refusals,
	history,
}: KeyScreenProps) => (
	<KeyActionsProvider key={detail.key.id} site={site}>
		<PageFrame
			narrow
			title={detail.key.title}
			headingId={KEYS_HEADING_ID}
			text={
				<>
					<Link
						href={site.listHref}
						className="text-accent-ink underline underline-offset-2 hover:no-underline"
					>
						API keys
					</Link>{" "}
					· {detail.key.level === "AGENCY" ? "agency key" : "location key"} ·{" "}
					<code className="font-mono text-xs">{detail.key.masked}</code>
				</>
			}
			action={mayChange && <KeyMenu apiKey={detail.key} />}
		>
			{notice}
			<div className="space-y-4">
				<KeyFactsPanel apiKey={detail.key} namedLimits={detail.namedLimits} />
				<SecretPanel detail={detail} mayChange={mayChange} />
				<Suspense fallback={coming("Inactivity")}>{inactivity}</Suspense>
				<Suspense fallback={coming("Why was it refused?")}>{refusals}</Suspense>
				{history && (
					<HistoryPanel>
						<Suspense fallback={<HistorySkeleton />}>{history}</Suspense>
					</HistoryPanel>
				)}
			</div>
		</PageFrame>
	</KeyActionsProvider>
);
