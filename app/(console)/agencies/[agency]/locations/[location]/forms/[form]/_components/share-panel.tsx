import { ExternalLink } from "lucide-react";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import type { FormDetail } from "#lib/core/crm/form-fields.ts";
import { formPath } from "#lib/core/crm/form-path.ts";
import { embedSnippet } from "./embed-snippet.ts";

/** How visitors get to a form: by its own page, or from any other website. */
export async function SharePanel({ form, origin }: { form: FormDetail; origin: string }) {
	const t = await textsOf("forms");
	const address = origin + formPath(form.id);
	const snippet = embedSnippet(form, address);
	return (
		<Panel title={t("one.share")} text={t("one.shareText")}>
			<PanelBody className="space-y-4">
				<div className="flex flex-wrap items-center gap-2">
					<code className="min-w-0 rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">
						{address}
					</code>
					<CopyButton text={address} what={t("one.address")} />
					<a
						href={formPath(form.id)}
						target="_blank"
						rel="noreferrer"
						className={buttonStyle({ look: "secondary" })}
					>
						<ExternalLink aria-hidden className="size-4" />
						{t("openPage")}
					</a>
				</div>
				<details className="rounded-lg border border-line">
					<summary className="cursor-pointer px-3.5 py-2.5 text-sm font-medium">{t("one.html")}</summary>
					<div className="space-y-2 border-t border-line p-3.5">
						<pre className="max-h-80 overflow-y-auto rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
							{snippet}
						</pre>
						<CopyButton text={snippet} what="HTML" size="small" />
					</div>
				</details>
			</PanelBody>
		</Panel>
	);
}
