"use client";

import { Hourglass, RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useOnceTrue } from "#components/ui/use-once-true.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { OlderSecret } from "#lib/services/keys/describe.ts";
import { SENDERS_HEADING_ID, SendersTable } from "./senders-table.tsx";

const EndKeyOverlapDialog = dynamic(
	() => import("./end-key-overlap-dialog.tsx").then((module) => module.EndKeyOverlapDialog),
	{ ssr: false },
);
const ExtendOverlapDialog = dynamic(
	() => import("./extend-overlap-dialog.tsx").then((module) => module.ExtendOverlapDialog),
	{ ssr: false },
);

type OlderSecretProps = { apiKey: KeySummary; older: OlderSecret; mayChange: boolean };

/** The secret that was rotated away: how long it goes on, and who has still to be told. */
export function OlderSecretPart({ apiKey, older, mayChange }: OlderSecretProps) {
	const t = useTranslations("keyParts.secret");
	const [open, setOpen] = useState<"end" | "extend" | null>(null);
	const close = () => setOpen(null);
	const endWanted = useOnceTrue(open === "end");
	const extendWanted = useOnceTrue(open === "extend");
	return (
		<div className="space-y-3 border-t border-line pt-4">
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
				<h3 id={SENDERS_HEADING_ID} tabIndex={-1} className="flex items-center gap-2 text-sm font-medium">
					{t("older")} <EndBadge older={older} />
				</h3>
				<div className="flex flex-wrap gap-2">
					<RefreshButton />
					{mayChange && !older.isOver && (
						<>
							{older.endsAt < older.lastEnd && (
								<Button size="small" onClick={() => setOpen("extend")}>
									{t("extend")}
								</Button>
							)}
							<Button size="small" onClick={() => setOpen("end")}>
								{t("endNow")}
							</Button>
						</>
					)}
				</div>
			</div>
			<Senders older={older} />
			{!older.isOver && (
				<>
					{endWanted && (
						<EndKeyOverlapDialog apiKey={apiKey} older={older} open={open === "end"} onClose={close} />
					)}
					{extendWanted && (
						<ExtendOverlapDialog apiKey={apiKey} older={older} open={open === "extend"} onClose={close} />
					)}
				</>
			)}
		</div>
	);
}

function EndBadge({ older: { endsAt, isOver } }: { older: OlderSecret }) {
	const t = useTranslations("keyParts.secret");
	return (
		<Badge tone={isOver ? "plain" : "warn"} icon={<Hourglass aria-hidden />}>
			<span>{t.rich(isOver ? "ended" : "ends", { time: () => <RelativeTime value={endsAt} /> })}</span>
		</Badge>
	);
}

function Senders({ older }: { older: OlderSecret }) {
	const t = useTranslations("keyParts.secret");
	const { senders, uses, addresses, isOver } = older;
	if (senders.length === 0) return <p className="text-sm text-ink-muted">{t("nobody")}</p>;
	return (
		<>
			<p className="text-sm text-ink-muted">
				{t("uses", { uses, addresses })} {addresses > senders.length && t("shown", { count: senders.length })}{" "}
				{t(isOver ? "over" : "goesOn")}
			</p>
			<SendersTable senders={senders} />
		</>
	);
}

function RefreshButton() {
	const t = useTranslations("keyParts.secret");
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	return (
		<Button
			size="small"
			look="quiet"
			pending={pending}
			icon={<RefreshCw aria-hidden className="size-4" />}
			onClick={() => startTransition(() => router.refresh())}
		>
			{t("refresh")}
		</Button>
	);
}
