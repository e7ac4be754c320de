import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { textsOf } from "#components/texts/texts-of.ts";
import { cn } from "#components/ui/class-names.ts";
import { Panel } from "#components/ui/panel.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Context } from "#lib/auth/require-context.ts";
import { FINDINGS, type Finding } from "#lib/core/keys/health.ts";
import type { countKeyFindings } from "#lib/services/keys/list-findings.ts";
import type { HealthSearch } from "../search-params.ts";
import { FindingCount } from "./finding-count.tsx";
import { healthHref } from "./health-href.ts";
import type { HealthSite } from "./health-screen.tsx";
import { readFinding } from "./read-finding.ts";

type FindingsNavProps = {
	ctx: Context;
	site: HealthSite;
	search: HealthSearch;
	/** Of all findings but the one that is shown, which is counted with its keys. */
	counts: ReturnType<typeof countKeyFindings>;
};

/** All findings, each a link to its keys, with how many there are, which is said as soon as it is known. */
export async function FindingsNav({ ctx, site, search, counts }: FindingsNavProps) {
	const t = await textsOf("health");
	const { finding } = search;
	const totalOf = async (one: Finding) =>
		one === finding ? (await readFinding(ctx, site, search, one)).total : ((await counts)[one] ?? 0);
	return (
		<Panel>
			<nav aria-label={t("findings")}>
				<ul className="divide-y divide-line">
					{FINDINGS.map((one) => (
						<li key={one}>
							<Link
								href={healthHref(site.place, one)}
								aria-current={one === finding ? "page" : undefined}
								className={cn(
									"flex items-start gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-hover",
									one === finding && "bg-accent-soft hover:bg-accent-soft",
								)}
							>
								<span className="min-w-0 flex-1">
									<span className="block text-sm font-medium">{t(`kinds.${one}.title`)}</span>
									<span className="mt-0.5 block text-xs text-ink-muted">{t(`kinds.${one}.text`)}</span>
								</span>
								<Suspense fallback={<Skeleton className="mt-1 w-7 rounded-full" />}>
									<FindingCount total={totalOf(one)} />
								</Suspense>
								<ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
							</Link>
						</li>
					))}
				</ul>
			</nav>
		</Panel>
	);
}
