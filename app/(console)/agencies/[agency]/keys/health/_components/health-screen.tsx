import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { keysHref } from "#components/shell/place-href.ts";
import { TextsFor } from "#components/texts/texts-for.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import type { Context } from "#lib/auth/require-context.ts";
import { FINDINGS } from "#lib/core/keys/health.ts";
import { countKeyFindings } from "#lib/services/keys/list-findings.ts";
import type { KeyPlace } from "../../actions.ts";
import type { HealthSearch } from "../search-params.ts";
import { FindingPanel } from "./finding-panel.tsx";
import { FindingsNav } from "./findings-nav.tsx";
import { healthHref } from "./health-href.ts";
import { FindingSkeleton, ReviewBarSkeleton, StartSkeleton } from "./health-skeletons.tsx";
import { ReviewBar } from "./review-bar.tsx";
import { StartHere } from "./start-here.tsx";

export type HealthSite = { place: KeyPlace; locationId: string | null; name: string; mayFix: boolean };

type HealthScreenProps = { ctx: Context; site: HealthSite; search: HealthSearch };

/** Beside the findings those keys that one of them is about; on narrow screens one or the other. */
export async function HealthScreen({ ctx, site, search }: HealthScreenProps) {
	const t = await textsOf("health");
	const { place, locationId, name } = site;
	const { finding } = search;
	const others = FINDINGS.filter((one) => one !== finding);
	const counts = countKeyFindings(ctx, { locationId, findings: others });
	return (
		<TextsFor areas={["health", "keys"]}>
			<PageFrame
				title={t("title")}
				text={t(locationId ? "textLocation" : "textAgency", { name })}
				action={
					<Link href={keysHref(place)} className={buttonStyle()}>
						<ArrowLeft aria-hidden className="size-4" />
						{t("back")}
					</Link>
				}
			>
				<Suspense fallback={<ReviewBarSkeleton />}>
					<ReviewBar ctx={ctx} site={site} />
				</Suspense>
				<div className="items-start gap-4 lg:grid lg:grid-cols-[20rem_minmax(0,1fr)]">
					<div className={cn(finding && "max-lg:hidden")}>
						<FindingsNav ctx={ctx} site={site} search={search} counts={counts} />
					</div>
					<div className="min-w-0">
						{finding && (
							<>
								<Link
									href={healthHref(place)}
									className="mb-3 inline-flex min-h-8 items-center gap-1.5 text-sm text-accent-ink underline-offset-2 hover:underline max-sm:px-4 lg:hidden"
								>
									<ArrowLeft aria-hidden className="size-4" />
									{t("allFindings")}
								</Link>
								<Suspense key={finding} fallback={<FindingSkeleton finding={finding} />}>
									<FindingPanel ctx={ctx} site={site} search={search} finding={finding} />
								</Suspense>
							</>
						)}
						{!finding && (
							<div className="rounded-xl border border-dashed border-line-strong max-lg:hidden">
								<Suspense fallback={<StartSkeleton />}>
									<StartHere counts={counts} place={place} />
								</Suspense>
							</div>
						)}
					</div>
				</div>
			</PageFrame>
		</TextsFor>
	);
}
