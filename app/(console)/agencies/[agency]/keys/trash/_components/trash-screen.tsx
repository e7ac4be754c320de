import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { TableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { MARKS } from "#components/texts/marks.tsx";
import { TextsFor } from "#components/texts/texts-for.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RESTORABLE_DAYS } from "#lib/core/keys/trash.ts";
import type { KeyPlace } from "../../actions.ts";
import { TRASH_HEADING_ID } from "./focus-targets.ts";
import { TrashPlaceProvider } from "./trash-place.tsx";

type TrashScreenProps = {
	place: KeyPlace;
	/** The keys that are not deleted. */
	back: string;
	name: string;
	tabs?: ReactNode;
	children: ReactNode;
};

/** The frame of both trash pages; the table may come a moment later. */
export async function TrashScreen({ place, back, name, tabs, children }: TrashScreenProps) {
	const t = await textsOf("keyPages");
	return (
		<TextsFor areas={["trash"]}>
			<TrashPlaceProvider place={place}>
				<PageFrame
					title={t("trash.title")}
					text={t.rich("trash.text", { ...MARKS, name, days: RESTORABLE_DAYS })}
					headingId={TRASH_HEADING_ID}
					action={
						<Link href={back} className={buttonStyle()}>
							<ArrowLeft aria-hidden className="size-4" />
							{t("list.title")}
						</Link>
					}
					tabs={tabs}
				>
					<Panel>
						<Suspense fallback={<TableSkeleton columns={6} />}>{children}</Suspense>
					</Panel>
				</PageFrame>
			</TrashPlaceProvider>
		</TextsFor>
	);
}
