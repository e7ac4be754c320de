import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { PlaceSlugs } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { cn } from "#components/ui/class-names.ts";
import { CALM_ATTENTIONS, URGENT_ATTENTIONS } from "#lib/core/keys/attention.ts";
import type { readAttention } from "#lib/services/overview/read-attention.ts";
import { attentionSumHref } from "./number-links.ts";

type HeadlineProps = { attention: ReturnType<typeof readAttention>; place: PlaceSlugs };

/** Says in one line whether anything needs the reader, each number leading to the keys behind it. */
export async function Headline({ attention, place }: HeadlineProps) {
	const t = await textsOf("overview");
	const { counts, urgent, calm, isCut } = await attention;
	const isQuiet = urgent === 0;
	const more =
		calm === 0
			? null
			: t(`headline.${isQuiet ? "calmOnly" : "calm"}`, { count: calm, isCut: String(isCut.calm) });
	return (
		<section
			aria-label={t("headline.label")}
			className={cn(
				"flex items-start gap-3 border-y px-4 py-3.5 sm:rounded-xl sm:border sm:px-5 [&>svg]:mt-0.5 [&>svg]:size-5 [&>svg]:shrink-0",
				isQuiet ? "border-line bg-surface" : "border-warn-edge bg-warn-soft",
			)}
		>
			{isQuiet ? (
				<CircleCheck aria-hidden className="text-good" />
			) : (
				<TriangleAlert aria-hidden className="text-warn" />
			)}
			<div className="min-w-0">
				<p className="text-base font-semibold">
					{isQuiet ? (
						t("headline.none")
					) : (
						<NumberLink href={attentionSumHref(place, counts, URGENT_ATTENTIONS)}>
							{t("headline.urgent", { count: urgent, isCut: String(isCut.urgent) })}
						</NumberLink>
					)}
				</p>
				{(isQuiet || more) && (
					<p className={cn("text-sm", isQuiet ? "text-ink-muted" : "text-ink")}>
						{more ? (
							<NumberLink href={attentionSumHref(place, counts, CALM_ATTENTIONS)}>{more}</NumberLink>
						) : (
							t("headline.noneText")
						)}
					</p>
				)}
			</div>
		</section>
	);
}

/** Within the page the browser goes there itself, and takes the focus along. */
function NumberLink({ href, children }: { href: string; children: ReactNode }) {
	const style =
		"rounded underline decoration-ink/40 decoration-1 underline-offset-4 hover:decoration-current";
	return href.startsWith("#") ? (
		<a href={href} className={style}>
			{children}
		</a>
	) : (
		<Link href={href} className={style}>
			{children}
		</Link>
	);
}
