import { ListChecks, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FINDINGS } from "#lib/core/keys/health.ts";
import type { countKeyFindings } from "#lib/services/keys/list-findings.ts";
import { healthHref } from "./health-href.ts";
import type { HealthSite } from "./health-screen.tsx";

type StartHereProps = { counts: ReturnType<typeof countKeyFindings>; place: HealthSite["place"] };

/** While no finding is chosen: leads to the first that is about any key. They are listed by how soon they break something. */
export async function StartHere({ counts, place }: StartHereProps) {
	const [t, found] = [await textsOf("health"), await counts];
	const first = FINDINGS.find((finding) => (found[finding] ?? 0) > 0);
	if (!first) return <EmptyState icon={<ShieldCheck />} title={t("allGoodTitle")} text={t("allGoodText")} />;
	return (
		<EmptyState icon={<ListChecks />} title={t("startTitle")} text={t("choose")}>
			<Link href={healthHref(place, first)} className={buttonStyle({ look: "primary" })}>
				{t("startWith", { finding: t(`kinds.${first}.title`) })}
			</Link>
		</EmptyState>
	);
}
