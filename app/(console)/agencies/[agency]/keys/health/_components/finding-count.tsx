import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { cn } from "#components/ui/class-names.ts";
import { COUNTED_MAX } from "#lib/services/keys/list-findings.ts";

/** How many keys a finding is about; from as many as are counted on that there are more. */
export async function FindingCount({ total }: { total: Promise<number> }) {
	const count = Math.min(await total, COUNTED_MAX);
	const t = await textsOf("health");
	const number = count.toLocaleString(await languageOf());
	const isMore = count >= COUNTED_MAX;
	return (
		<span
			className={cn(
				"shrink-0 rounded-full px-2 text-xs leading-5 tabular-nums",
				count === 0 ? "text-ink-muted" : "bg-hover font-semibold text-ink",
			)}
		>
			<span aria-hidden>{isMore ? `${number}+` : number}</span>
			<span className="sr-only">{t(isMore ? "countedMany" : "counted", { count })}</span>
		</span>
	);
}
