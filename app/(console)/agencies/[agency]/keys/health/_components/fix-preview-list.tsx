"use client";

import { useTranslations } from "use-intl/react";
import type { FixPreview } from "#lib/services/keys/preview-fix.ts";
import { FixEffectText } from "./fix-effect.tsx";

const SHOWN_MAX = 100;

/** Key by key what a change will do, those that it does nothing to after the others. */
export function FixPreviewList({ rows }: { rows: FixPreview["rows"] }) {
	const t = useTranslations("health");
	const ordered = rows.toSorted(
		(one, other) => Number(one.effect.becomes === null) - Number(other.effect.becomes === null),
	);
	return (
		<>
			<ul
				aria-label={t("dialog.preview")}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
				tabIndex={0}
				className="max-h-60 divide-y divide-line overflow-y-auto rounded-lg border border-line -outline-offset-2"
			>
				{ordered.slice(0, SHOWN_MAX).map(({ id, title, locationName, effect }) => (
					<li key={id} className="space-y-0.5 px-3 py-2">
						<span className="min-w-0 text-sm font-medium wrap-anywhere">
							<bdi>{title}</bdi>
							{locationName !== null && (
								<bdi className="block text-xs font-normal text-ink-muted">{locationName}</bdi>
							)}
						</span>
						{effect.becomes === null ? (
							<span className="text-sm text-ink-muted">{t(`refusals.${effect.why}`)}</span>
						) : (
							<FixEffectText effect={effect} />
						)}
					</li>
				))}
			</ul>
			{rows.length > SHOWN_MAX && (
				<p className="text-xs text-ink-muted">{t("dialog.shown", { count: SHOWN_MAX })}</p>
			)}
		</>
	);
}
