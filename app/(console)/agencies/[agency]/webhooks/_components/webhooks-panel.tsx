import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { listWebhooks } from "#lib/services/webhooks/list.ts";
import { WebhooksTable } from "./webhooks-table.tsx";

type WebhooksPanelProps = {
	ctx: Parameters<typeof listWebhooks>[0];
	agency: string;
	mayChange: boolean;
	/** Where the shared secret is made; null for those who may not. */
	secretHref: string | null;
};

export async function WebhooksPanel({ ctx, agency, mayChange, secretHref }: WebhooksPanelProps) {
	const t = await textsOf("webhooks");
	const { rows, hasSecret } = await listWebhooks(ctx);
	return (
		<>
			{rows.length > 0 && !hasSecret && (
				<div className="border-b border-line p-4 sm:px-5">
					<Notice look="warn">
						{t("noSecret")}{" "}
						{secretHref ? (
							<Link href={secretHref} className="font-medium underline underline-offset-4">
								{t("createSecret")}
							</Link>
						) : (
							t("secretByOthers")
						)}
					</Notice>
				</div>
			)}
			<WebhooksTable agency={agency} rows={rows} mayChange={mayChange} />
		</>
	);
}
