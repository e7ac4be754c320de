import Link from "next/link";
import type { PlaceSlugs } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { ATTENTION_MAX, ATTENTIONS, type Attention } from "#lib/core/keys/attention.ts";
import type { KeyLevel } from "#lib/core/keys/key.ts";
import type { readAttention } from "#lib/services/overview/read-attention.ts";
import { ATTENTION_HEADING_ID, attentionHref } from "./number-links.ts";

type AttentionPanelProps = { attention: ReturnType<typeof readAttention>; place: PlaceSlugs };

/** Which keys need attention and why, each number leading to their list. */
export async function AttentionPanel({ attention: read, place }: AttentionPanelProps) {
	const { counts } = await read;
	const t = await textsOf("overview");
	const names = await textsOf("table");
	const found = ATTENTIONS.flatMap((attention) => {
		const here = counts.filter((count) => count.attention === attention);
		return here.length === 0 ? [] : [{ attention, here }];
	});
	return (
		<Panel
			title={
				<span id={ATTENTION_HEADING_ID} tabIndex={-1} className="scroll-mt-4 outline-none">
					{t("attention.title")}
				</span>
			}
		>
			{found.length === 0 ? (
				<PanelBody>
					<p className="text-sm text-ink-muted">{t("attention.none")}</p>
				</PanelBody>
			) : (
				<ul className="divide-y divide-line border-t border-line text-sm">
					{found.map(({ attention, here }) => (
						<li key={attention} className="px-4 py-3 sm:px-5">
							<div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
								<span className="font-medium">{names(`attention.${attention}`)}</span>
								<span className="flex flex-wrap gap-x-3">
									{here.map(({ level, keys }) => (
										<CountLink key={level} place={place} level={level} attention={attention} keys={keys} />
									))}
								</span>
							</div>
							<p className="mt-0.5 text-ink-muted">{t(`attention.why.${attention}`)}</p>
						</li>
					))}
				</ul>
			)}
		</Panel>
	);
}

type CountLinkProps = { place: PlaceSlugs; level: KeyLevel; attention: Attention; keys: number };

async function CountLink({ place, level, attention, keys }: CountLinkProps) {
	const t = await textsOf("overview");
	const list = level === "AGENCY" ? "agency" : "location";
	const text = t(`attention.${place.location ? "own" : list}`, {
		count: keys,
		isCut: String(keys >= ATTENTION_MAX),
	});
	return (
		<Link
			href={attentionHref(place, { level, attention })}
			className="rounded whitespace-nowrap text-accent-ink tabular-nums underline underline-offset-2 hover:no-underline any-pointer-coarse:py-1.5"
		>
			{text}
		</Link>
	);
}
