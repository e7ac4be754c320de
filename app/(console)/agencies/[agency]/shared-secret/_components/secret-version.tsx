"use client";

import { CircleCheck, Eye, EyeOff, Hourglass } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl/react";
import { useAction } from "#components/actions/use-action.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SharedSecretVersion } from "#lib/core/shared-secret.ts";
import { revealSharedSecretAction, type SecretPlace } from "../actions.ts";
import { useRevealed } from "./use-revealed.ts";

/** As long as the real one, so that nothing moves when it is shown. */
const HIDDEN = `whsec_${"•".repeat(44)}`;

type SecretVersionProps = { place: SecretPlace; version: SharedSecretVersion; children?: ReactNode };

/** One version that counts. Its text comes in the answer to "Show" and lives in this component alone. */
export function SecretVersion({ place, version, children }: SecretVersionProps) {
	const t = useTranslations("sharedSecret");
	const naming = { version: version.version };
	const reveal = useAction((input) => revealSharedSecretAction(place, input));
	const revealed = useRevealed();
	const id = useId();

	return (
		<div className="space-y-2">
			<div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
				<label htmlFor={id} className="flex items-center gap-2 text-sm font-medium">
					{t("version", naming)} <StatusBadge version={version} />
				</label>
				<p className="text-xs text-ink-muted">
					{t.rich("made", {
						...MARKS,
						when: () => <RelativeTime value={version.createdAt} />,
						name: version.createdByName,
					})}
				</p>
			</div>
			<textarea
				id={id}
				readOnly
				rows={1}
				value={revealed.text ?? HIDDEN}
				spellCheck={false}
				autoComplete="off"
				onFocus={(event) => revealed.text !== null && event.target.select()}
				className={cn(
					controlStyle,
					"block field-sizing-content resize-none bg-sunken py-2.5 font-mono break-all",
					revealed.text === null && "text-ink-muted",
				)}
			/>
			<div className="flex flex-wrap gap-2">
				{revealed.text === null ? (
					<Button
						size="small"
						pending={reveal.pending}
						icon={<Eye aria-hidden className="size-4" />}
						aria-label={t("showVersion", naming)}
						onClick={() => reveal.run({ id: version.id }, (done) => revealed.show(done.data.text))}
					>
						{t("show")}
					</Button>
				) : (
					<>
						<Button
							size="small"
							icon={<EyeOff aria-hidden className="size-4" />}
							aria-label={t("hideVersion", naming)}
							onClick={revealed.hide}
						>
							{t("hide")}
						</Button>
						<CopyButton text={revealed.text} what={t("versionName", naming)} size="small" look="primary" />
					</>
				)}
				{children}
			</div>
			<p aria-live="polite" className="text-xs text-ink-muted empty:hidden">
				{revealed.text !== null && t("hidesAgain")}
			</p>
			{reveal.refusal && (
				<Notice look="bad" alert>
					{reveal.refusal.message}
				</Notice>
			)}
		</div>
	);
}

function StatusBadge({ version }: { version: SharedSecretVersion }) {
	const t = useTranslations("sharedSecret");
	return version.status === "current" ? (
		<Badge tone="good" icon={<CircleCheck aria-hidden />}>
			{t("current")}
		</Badge>
	) : (
		<Badge tone="warn" icon={<Hourglass aria-hidden />}>
			{t.rich("ends", { when: () => <RelativeTime value={version.endsAt} /> })}
		</Badge>
	);
}
