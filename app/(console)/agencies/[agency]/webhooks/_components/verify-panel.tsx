import Link from "next/link";
import type { ReactNode } from "react";
import { textsOf } from "#components/texts/texts-of.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";

const SAMPLE = `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.LATCHKEY_SHARED_SECRET);

// body is the text of the request as it came, before anything has parsed it.
export function readMessage(body, headers) {
  return webhook.verify(body, headers); // throws unless Latchkey sent it, within five minutes
}
`;

/** How a receiver tells our messages from anybody else's. */
export async function VerifyPanel({ secretHref }: { secretHref: string | null }) {
	const t = await textsOf("webhooks");
	return (
		<Panel
			title={t("verify.title")}
			text={t.rich("verify.text", {
				secret: (chunks) => (secretHref ? <TextLink href={secretHref}>{chunks}</TextLink> : chunks),
				more: (chunks) => <TextLink href="/developers/webhooks">{chunks}</TextLink>,
			})}
		>
			<PanelBody className="space-y-2">
				<pre className="rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
					{SAMPLE}
				</pre>
				<CopyButton text={SAMPLE} what={t("verify.sample")} size="small" />
			</PanelBody>
		</Panel>
	);
}

const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
	<Link href={href} className="text-accent-ink underline underline-offset-4">
		{children}
	</Link>
);
