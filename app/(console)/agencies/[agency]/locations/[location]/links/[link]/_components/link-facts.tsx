"use client";

import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import type { LinkSummary } from "#lib/core/crm/link-fields.ts";
import { useLinkActions } from "../../_components/link-actions.tsx";

/** The address to give away, and how to tell who opened it. */
export function LinkFacts({ link }: { link: LinkSummary }) {
	const { addressOf } = useLinkActions();
	const t = useTranslations("links");
	return (
		<Panel title={t("address")} text={t("one.addressText")}>
			<PanelBody className="flex flex-wrap items-center gap-3">
				<code className="min-w-0 rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">
					{addressOf(link)}
				</code>
				<CopyButton text={addressOf(link)} what={t("one.copiedAddress")} />
			</PanelBody>
		</Panel>
	);
}
