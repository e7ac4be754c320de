import { ExternalLink } from "lucide-react";
import { buttonStyle } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { type FormDetail, formPath } from "#lib/core/crm/form-fields.ts";
import { embedSnippet } from "./embed-snippet.ts";

/** How visitors get to a form: by its own page, or from any other website. */
export function SharePanel({ form, origin }: { form: FormDetail; origin: string }) {
	const address = origin + formPath(form.id);
	const snippet = embedSnippet(form, address);
	return (
		<Panel
			title="Share"
			text="Give away the address of its page, or put the form into a website of your own."
		>
			<PanelBody className="space-y-4">
				<div className="flex flex-wrap items-center gap-2">
					<code className="min-w-0 rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">
						{address}
					</code>
					<CopyButton text={address} what="address" />
					<a
						href={formPath(form.id)}
						target="_blank"
						rel="noreferrer"
						className={buttonStyle({ look: "secondary" })}
					>
						<ExternalLink aria-hidden className="size-4" />
						Open public page
					</a>
				</div>
				<details className="rounded-lg border border-line">
					<summary className="cursor-pointer px-3.5 py-2.5 text-sm font-medium">HTML for a website</summary>
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
