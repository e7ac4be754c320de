import { ArrowLeft, Sparkles } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RESTORABLE_DAYS } from "#lib/core/keys/trash.ts";
import type { CleanUpPreview } from "#lib/services/keys/preview-clean-up.ts";
import type { KeyPlace } from "../../actions.ts";
import { CleanUpKeeper } from "./clean-up-keeper.tsx";
import { CleanUpList } from "./clean-up-list.tsx";
import { CLEAN_UP_HEADING_ID } from "./focus-targets.ts";

type CleanUpScreenProps = {
	preview: CleanUpPreview;
	place: KeyPlace;
	text: ReactNode;
	keysHref: string;
	mayChange: (locationSlug: string | null) => boolean;
};

/** What the inactivity rule will do within the next 30 days, if nothing is used meanwhile. */
export async function CleanUpScreen({ preview, place, text, keysHref, mayChange }: CleanUpScreenProps) {
	const t = await textsOf("keyPages");
	const { agencyDays, rows } = preview;
	return (
		<PageFrame
			title={t("cleanUp.title")}
			headingId={CLEAN_UP_HEADING_ID}
			text={text}
			action={
				<Link href={keysHref} className={buttonStyle()}>
					<ArrowLeft aria-hidden className="size-4" />
					{t("list.title")}
				</Link>
			}
		>
			<Notice look="note" className="mb-4 max-sm:mx-4">
				{agencyDays === null ? t("cleanUp.noRule") : t("cleanUp.rule", { days: agencyDays })}{" "}
				{t("cleanUp.note", { days: RESTORABLE_DAYS })}
			</Notice>
			<CleanUpKeeper rows={rows}>
				<Panel>
					{rows.length === 0 ? (
						<EmptyState icon={<Sparkles />} title={t("cleanUp.emptyTitle")} text={t("cleanUp.emptyText")} />
					) : (
						<CleanUpList
							place={place}
							rows={rows.map((row) => ({ ...row, mayChange: mayChange(row.location?.slug ?? null) }))}
						/>
					)}
				</Panel>
			</CleanUpKeeper>
			{preview.isCut && (
				<p className="mt-3 text-sm text-ink-muted max-sm:px-4">{t("cleanUp.cut", { count: rows.length })}</p>
			)}
		</PageFrame>
	);
}
