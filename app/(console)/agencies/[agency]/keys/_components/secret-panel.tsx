"use client";

import { RotateCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeyDetail } from "#lib/services/keys/describe.ts";
import { useActions } from "./key-actions.tsx";
import { OlderSecretPart } from "./older-secret.tsx";

type SecretPanelProps = { detail: KeyDetail; mayChange: boolean };

const DAY_MS = 86_400_000;

/** The key's current secret, and the one before it for as long as anything is known of it. */
export function SecretPanel({ detail: { key, secret }, mayChange }: SecretPanelProps) {
	const t = useTranslations("keyParts.secret");
	const { openDialog } = useActions();
	const mayRotate = mayChange && key.status !== "Revoked";
	return (
		<Panel
			title={t("title")}
			text={t.rich("text", {
				link: (words) => (
					<Link
						href="/developers/authentication"
						className="text-accent-ink underline underline-offset-2 hover:no-underline"
					>
						{words}
					</Link>
				),
			})}
		>
			<PanelBody className="space-y-5">
				<dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
					<dt className="text-ink-muted">{t("current")}</dt>
					<dd>
						<code className="font-mono text-xs">{key.masked}</code>
					</dd>
					<dt className="text-ink-muted">{t("since")}</dt>
					<dd>
						<RelativeTime value={secret.since} />
					</dd>
					<Reminder {...secret} />
				</dl>
				{secret.older && <OlderSecretPart apiKey={key} older={secret.older} mayChange={mayRotate} />}
			</PanelBody>
			{mayRotate && (
				<PanelFooter>
					<Button
						icon={<RotateCw aria-hidden className="size-4" />}
						onClick={(event) => openDialog({ kind: "rotate", apiKey: key, opener: event.currentTarget })}
					>
						{t("rotate")}
					</Button>
				</PanelFooter>
			)}
		</Panel>
	);
}

function Reminder({ since, rotateEveryDays }: KeyDetail["secret"]) {
	const t = useTranslations("keyParts.secret");
	if (rotateEveryDays === null) return null;
	const dueAt = new Date(new Date(since).getTime() + rotateEveryDays * DAY_MS).toISOString();
	return (
		<>
			<dt className="text-ink-muted">{t("reminder")}</dt>
			<dd>{t.rich("every", { days: rotateEveryDays, time: () => <RelativeTime value={dueAt} /> })}</dd>
		</>
	);
}
