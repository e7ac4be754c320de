import Link from "next/link";
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
export const VerifyPanel = ({ secretHref }: { secretHref: string | null }) => (
	<Panel
		title="Check that a message is from Latchkey"
		text={
			<>
				Every message is signed with the{" "}
				{secretHref ? (
					<Link href={secretHref} className="text-accent-ink underline underline-offset-4">
						API shared secret
					</Link>
				) : (
					"API shared secret"
				)}
				, as Standard Webhooks describes it. Its libraries check the signature for you, in Node and in most
				other languages. A message may come twice: its webhook-id is the same both times.{" "}
				<Link href="/developers/webhooks" className="text-accent-ink underline underline-offset-4">
					More in the documentation
				</Link>
			</>
		}
	>
		<PanelBody className="space-y-2">
			<pre className="rounded-lg border border-line bg-sunken px-3.5 py-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
				{SAMPLE}
			</pre>
			<CopyButton text={SAMPLE} what="sample for Node" size="small" />
		</PanelBody>
	</Panel>
);
