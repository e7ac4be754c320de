import { ArrowLeft, Sparkles } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
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
export const CleanUpScreen = ({ preview, place, text, keysHref, mayChange }: CleanUpScreenProps) => (
	<PageFrame
		title="Next clean-up"
		headingId={CLEAN_UP_HEADING_ID}
		text={text}
		action={
			<Link href={keysHref} className={buttonStyle()}>
				<ArrowLeft aria-hidden className="size-4" />
				API keys
			</Link>
		}
	>
		<Notice look="note" className="mb-4 max-sm:mx-4">
			{ruleText(preview.agencyDays)} A use, or “Keep alive”, starts the count anew. What was deleted can be
			restored from the trash for 30 days.
		</Notice>
		<CleanUpKeeper rows={preview.rows}>
			<Panel>
				{preview.rows.length === 0 ? (
					<EmptyState
						icon={<Sparkles />}
						title="Nothing to clean up"
						text="No key here gets a notice or is deleted within the next 30 days."
					/>
				) : (
					<CleanUpList
						place={place}
						rows={preview.rows.map((row) => ({ ...row, mayChange: mayChange(row.location?.slug ?? null) }))}
					/>
				)}
			</Panel>
		</CleanUpKeeper>
		{preview.isCut && (
			<p className="mt-3 text-sm text-ink-muted max-sm:px-4">
				Only the first {preview.rows.length} are shown.
			</p>
		)}
	</PageFrame>
);

const ruleText = (days: number | null) =>
	days === null
		? "Your agency deletes no unused keys, apart from those that have a period of their own."
		: `Keys that nobody uses for ${days} days are deleted, unless they are exempt or have a period of their own.`;
