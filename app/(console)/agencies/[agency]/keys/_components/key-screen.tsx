import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { TextsFor } from "#components/texts/texts-for.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { KeyDetail } from "#lib/services/keys/describe.ts";
import { KEY_VIEWS, type KeyView } from "../[key]/search-params.ts";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { KeyActionsProvider, type KeysSite } from "./key-actions.tsx";
import { KeyMenu } from "./key-menu.tsx";
import { KeySummary } from "./key-summary.tsx";

type KeyScreenProps = {
	site: KeysSite & { listHref: string };
	detail: KeyDetail;
	mayChange: boolean;
	view: KeyView;
	/** The key's own address. */
	href: string;
	/** What holds for all keys of the place. */
	notice?: ReactNode;
	children: ReactNode;
};

/** The address of a part of a key's page. */
export const keyViewHref = (href: string, view: KeyView) =>
	view === "overview" ? href : `${href}?view=${view}`;

/** All about one key, in both views: how it stands, and one part at a time of the rest. */
export async function KeyScreen({ site, detail, mayChange, view, href, notice, children }: KeyScreenProps) {
	const t = await textsOf("key");
	const { key } = detail;
	return (
		<TextsFor areas={["apiKey", "keyParts", "scopes"]}>
			<KeyActionsProvider key={key.id} site={site}>
				<PageFrame
					narrow
					title={key.title}
					headingId={KEYS_HEADING_ID}
					text={
						<>
							<Link
								href={site.listHref}
								className="text-accent-ink underline underline-offset-2 hover:no-underline"
							>
								{t("list")}
							</Link>{" "}
							· {t("place", { level: key.level })} · <code className="font-mono text-xs">{key.masked}</code>
						</>
					}
					action={mayChange && <KeyMenu apiKey={key} />}
					tabs={
						<>
							<KeySummary apiKey={key} />
							<LinkTabs
								label={t("tabs.label")}
								tabs={KEY_VIEWS.map((one) => ({
									href: keyViewHref(href, one),
									label: t(`tabs.${one}`),
									current: one === view,
								}))}
							/>
						</>
					}
				>
					{notice}
					<Suspense key={view} fallback={<PartSkeleton />}>
						{children}
					</Suspense>
				</PageFrame>
			</KeyActionsProvider>
		</TextsFor>
	);
}

const PartSkeleton = () => (
	<Panel>
		<PanelBody className="space-y-3 pt-4 sm:pt-5">
			<Skeleton className="w-48 max-w-full" />
			<Skeleton className="w-72 max-w-full" />
			<Skeleton className="h-40 w-full" />
		</PanelBody>
	</Panel>
);
