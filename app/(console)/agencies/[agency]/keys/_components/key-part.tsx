import { Suspense } from "react";
import type { describeKey, KeyDetail } from "#lib/services/keys/describe.ts";
import type { KeySearch } from "../[key]/search-params.ts";
import type { KeyPlace } from "../actions.ts";
import { InactivityPanel } from "./inactivity-panel.tsx";
import { KeyFactsPanel } from "./key-facts-panel.tsx";
import { HistoryPanel, HistorySkeleton, KeyHistory } from "./key-history.tsx";
import { KeyScopesPanel } from "./key-scopes-panel.tsx";
import { keyViewHref } from "./key-screen.tsx";
import { KeyUsageView } from "./key-usage-panel.tsx";
import { RefusalsPanel } from "./refusals-panel.tsx";
import { SamplesPanel } from "./samples-panel.tsx";
import { SecretPanel } from "./secret-panel.tsx";
import { TryKeyPanel } from "./try-key-panel.tsx";

type KeyPartProps = {
	ctx: Parameters<typeof describeKey>[0];
	place: KeyPlace;
	detail: KeyDetail;
	mayChange: boolean;
	search: KeySearch;
	/** The key's own address. */
	href: string;
	/** What can be asked about. */
	locations: readonly { id: string; name: string }[];
	/** The audit log; null for those who may not read it. */
	audit: { placeId: string | null; href: string } | null;
};

/** The part of a key's page that the address names. */
export function KeyPart(props: KeyPartProps) {
	const { ctx, detail, mayChange, search, locations } = props;
	const { key } = detail;
	const href = keyViewHref(props.href, search.view);
	const about = { ctx, keyId: key.id, href };
	switch (search.view) {
		case "overview":
			return <Overview {...props} />;
		case "usage":
			return (
				<KeyUsageView
					{...about}
					period={search.usage}
					allAddresses={search.addresses === "all"}
					listHref={keyViewHref(props.href, "refusals")}
				/>
			);
		case "scopes":
			return <KeyScopesPanel ctx={ctx} apiKey={key} mayChange={mayChange} />;
		case "refusals":
			return <RefusalsPanel {...about} search={search} />;
		case "try":
			return (
				<TryKeyPanel
					ctx={ctx}
					apiKey={key}
					href={href}
					locations={locations}
					asked={search}
					requiresSignatures={detail.requiresSignatures}
				/>
			);
	}
}

const Overview = ({ ctx, place, detail, mayChange, href, locations, audit }: KeyPartProps) => (
	<div className="space-y-4">
		<KeyFactsPanel
			apiKey={detail.key}
			namedLimits={detail.namedLimits}
			scopesHref={keyViewHref(href, "scopes")}
		/>
		<SecretPanel detail={detail} mayChange={mayChange} />
		<SamplesPanel apiKey={detail.key} locations={locations} />
		<InactivityPanel ctx={ctx} place={place} keyId={detail.key.id} mayChange={mayChange} />
		{audit && (
			<HistoryPanel>
				<Suspense fallback={<HistorySkeleton />}>
					<KeyHistory ctx={ctx} keyId={detail.key.id} placeId={audit.placeId} auditHref={audit.href} />
				</Suspense>
			</HistoryPanel>
		)}
	</div>
);
