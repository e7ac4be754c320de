import { type ReactNode, Suspense } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import type { PlaceSlugs } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import type { UsagePeriod } from "#lib/core/usage-periods.ts";
import { readAttention } from "#lib/services/overview/read-attention.ts";
import { readStates } from "#lib/services/overview/read-states.ts";
import { AttentionPanel } from "./attention-panel.tsx";
import { EventsPanel } from "./events-panel.tsx";
import { Headline } from "./headline.tsx";
import { NoticesPanel } from "./notices-panel.tsx";
import { OVERVIEW_HEADING_ID } from "./overview-heading.ts";
import { ChartSkeleton, HeadlineSkeleton, ListSkeleton, StatesSkeleton } from "./overview-skeletons.tsx";
import { StatesPanel } from "./states-panel.tsx";
import { UsagePanel } from "./usage-panel.tsx";

type OverviewScreenProps = {
	ctx: Parameters<typeof readAttention>[0];
	place: PlaceSlugs;
	/** Null in the Agency View. */
	locationId: string | null;
	period: UsagePeriod;
	text: ReactNode;
	mayReadAudit: boolean;
	/** What holds for all keys of the place. */
	notice?: ReactNode;
	firstSteps?: ReactNode;
};

/** How the keys of a view are: first whether anything needs the reader, then what, then the rest. */
export async function OverviewScreen(props: OverviewScreenProps) {
	const { ctx, place, locationId, period, text, mayReadAudit, notice, firstSteps } = props;
	const t = await textsOf("overview");
	const attention = readAttention(ctx, locationId);
	const states = readStates(ctx, locationId);

	return (
		<PageFrame title={t("title")} text={text} headingId={OVERVIEW_HEADING_ID}>
			{notice}
			<div className="space-y-4">
				<Suspense fallback={<HeadlineSkeleton />}>
					<Headline attention={attention} place={place} />
				</Suspense>
				{firstSteps}
				<div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
					<div className="min-w-0 space-y-4 lg:col-start-2">
						<Suspense fallback={<ListSkeleton title={t("attention.title")} rows={4} />}>
							<AttentionPanel attention={attention} place={place} />
						</Suspense>
						<Suspense fallback={<StatesSkeleton bars={place.location ? 1 : 2} />}>
							<StatesPanel states={states} place={place} />
						</Suspense>
					</div>
					<div className="min-w-0 space-y-4 lg:col-start-1 lg:row-span-2 lg:row-start-1">
						<Suspense fallback={<ChartSkeleton />}>
							<UsagePanel {...{ ctx, locationId, states, period, place }} />
						</Suspense>
						{mayReadAudit && (
							<Suspense fallback={<ListSkeleton title={t("events.title")} rows={6} />}>
								<EventsPanel ctx={ctx} place={place} locationId={locationId} />
							</Suspense>
						)}
					</div>
					{/* Last, since most readers have none: nothing moves when it comes. */}
					<div className="min-w-0 empty:hidden lg:col-start-2">
						<Suspense fallback={null}>
							<NoticesPanel place={place} />
						</Suspense>
					</div>
				</div>
			</div>
		</PageFrame>
	);
}
