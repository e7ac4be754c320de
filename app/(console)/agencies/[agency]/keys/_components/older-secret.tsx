"use client";

import { Hourglass, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { OlderSecret } from "#lib/services/keys/describe.ts";
import { EndKeyOverlapDialog } from "./end-key-overlap-dialog.tsx";
import { ExtendOverlapDialog } from "./extend-overlap-dialog.tsx";
import { SENDERS_HEADING_ID, SendersTable } from "./senders-table.tsx";

type OlderSecretProps = { apiKey: KeySummary; older: OlderSecret; mayChange: boolean };

/** The secret that was rotated away: how long it goes on, and who has still to be told. */
export function OlderSecretPart({ apiKey, older, mayChange }: OlderSecretProps) {
	const [open, setOpen] = useState<"end" | "extend" | null>(null);
	const close = () => setOpen(null);
	return (
		<div className="space-y-3 border-t border-line pt-4">
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
				<h3 id={SENDERS_HEADING_ID} tabIndex={-1} className="flex items-center gap-2 text-sm font-medium">
					Older secret <EndBadge older={older} />
				</h3>
				<div className="flex flex-wrap gap-2">
					<RefreshButton />
					{mayChange && !older.isOver && (
						<>
							{older.endsAt < older.lastEnd && (
								<Button size="small" onClick={() => setOpen("extend")}>
									Extend…
								</Button>
							)}
							<Button size="small" onClick={() => setOpen("end")}>
								End now…
							</Button>
						</>
					)}
				</div>
			</div>
			<Senders older={older} />
			{!older.isOver && (
				<>
					<EndKeyOverlapDialog apiKey={apiKey} older={older} open={open === "end"} onClose={close} />
					<ExtendOverlapDialog apiKey={apiKey} older={older} open={open === "extend"} onClose={close} />
				</>
			)}
		</div>
	);
}

const EndBadge = ({ older: { endsAt, isOver } }: { older: OlderSecret }) => (
	<Badge tone={isOver ? "plain" : "warn"} icon={<Hourglass aria-hidden />}>
		{isOver ? "Ended" : "Ends"} <RelativeTime value={endsAt} />
	</Badge>
);

function Senders({ older }: { older: OlderSecret }) {
	if (older.senders.length === 0) {
		return <p className="text-sm text-ink-muted">Nobody has used the old secret since the rotation.</p>;
	}
	return (
		<>
			<p className="text-sm text-ink-muted">{sendersText(older)}</p>
			<SendersTable senders={older.senders} />
		</>
	);
}

/** "1,204 requests from 3 addresses have used it since the rotation. They need the new secret before it ends." */
function sendersText({ uses, addresses, senders, isOver }: OlderSecret) {
	const from = addresses === 1 ? "1 address" : `${addresses.toLocaleString("en")} addresses`;
	const requests = uses === 1 ? "1 request" : `${uses.toLocaleString("en")} requests`;
	const shown = addresses > senders.length ? ` The last ${senders.length} are shown.` : "";
	const advice = isOver
		? "Whoever has not changed over is refused."
		: "Whoever sends it needs the new secret before it ends.";
	return `${requests} from ${from} ${uses === 1 ? "has" : "have"} used it since the rotation.${shown} ${advice}`;
}

function RefreshButton() {
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
			Refresh
		</Button>
	);
}
