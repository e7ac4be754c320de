import { Trash2 } from "lucide-react";
import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { TextsFor } from "#components/texts/texts-for.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { HealthLink } from "../health/_components/health-link.tsx";
import { CreateKeyButton } from "./create-key-button.tsx";
import { KEYS_HEADING_ID } from "./focus-targets.ts";
import { KeyActionsProvider, type KeysSite } from "./key-actions.tsx";
import { RefusalSearchButton } from "./refusal-search-button.tsx";

type KeysScreenProps = {
	site: KeysSite;
	text: ReactNode;
	mayChange: boolean;
	tabs?: ReactNode;
	/** What holds for all of these keys. */
	notice?: ReactNode;
	children: ReactNode;
};

/** The frame of both key pages; the table may come a moment later. */
export async function KeysScreen({ site, text, mayChange, tabs, notice, children }: KeysScreenProps) {
	const t = await textsOf("keyPages");
	return (
		<TextsFor areas={["apiKey", "keys", "scopes"]}>
			<KeyActionsProvider key={`${site.level} ${site.locationId}`} site={site}>
				<PageFrame
					title={t("list.title")}
					text={text}
					headingId={KEYS_HEADING_ID}
					action={
						<div className="flex flex-wrap items-start gap-2">
							<RefusalSearchButton />
							{mayChange && <TrashLink site={site} />}
							<CreateKeyButton mayChange={mayChange} />
						</div>
					}
					tabs={tabs}
				>
					{notice}
					<p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm max-sm:mt-3 max-sm:px-4">
						<HealthLink place={site.place} />
						<Link
							href={cleanUpHref(site.place)}
							className="text-accent-ink underline-offset-2 hover:underline"
						>
							{t("list.cleanUp")}
						</Link>
					</p>
					{/* Clipped rather than hidden, so that the bar above the rows can stay in sight. */}
					<Panel className="sm:overflow-clip">
						<Suspense fallback={<TableSkeleton columns={site.locationId ? 8 : 9} />}>{children}</Suspense>
					</Panel>
				</PageFrame>
			</KeyActionsProvider>
		</TextsFor>
	);
}

async function TrashLink({ site: { place, level } }: { site: KeysSite }) {
	const t = await textsOf("keyPages");
	const { agency, location } = place;
	const base = location ? `/agencies/${agency}/locations/${location}` : `/agencies/${agency}`;
	const tab = level === "LOCATION" && !location ? "?tab=location" : "";
	return (
		<Link href={`${base}/keys/trash${tab}`} className={buttonStyle()}>
			<Trash2 aria-hidden className="size-4" />
			{t("trash.title")}
		</Link>
	);
}

const cleanUpHref = ({ agency, location }: KeysSite["place"]) =>
	location
		? `/agencies/${agency}/locations/${location}/keys/next-clean-up`
		: `/agencies/${agency}/keys/next-clean-up`;
