import { BookOpen, CircleCheck, CircleDashed, ScissorsLineDashed } from "lucide-react";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { readonlyForm, type Scope } from "#lib/core/scopes.ts";
import { DATE_LOCALES } from "#lib/core/texts/languages.ts";
import { describeScopes, type ScopeReview } from "#lib/services/keys/describe-scopes.ts";
import { TakeScopesButton } from "./take-scopes-button.tsx";

type KeyScopesProps = {
	ctx: Parameters<typeof describeScopes>[0];
	apiKey: { id: string; title: string };
	mayChange: boolean;
};

/** What a key holds against what is used of it, with the way to take the rest away. */
export async function KeyScopesPanel({ ctx, apiKey, mayChange }: KeyScopesProps) {
	const t = await textsOf("key");
	const review = await describeScopes(ctx, { keyId: apiKey.id });
	const { granted, unused, lastUsed, version } = review;
	const mayTake = mayChange && !review.isRevoked && unused.length > 0;
	return (
		<Panel title={t("scopes.title")} text={t("scopes.text")}>
			<PanelBody className="space-y-4">
				{granted.length === 0 ? (
					<p className="text-sm text-ink-muted">{t("scopes.none")}</p>
				) : (
					<>
						<Advice review={review} now={ctx.now} />
						<ul className="divide-y divide-line rounded-lg border border-line text-sm">
							{granted.map((scope) => (
								<li
									key={scope}
									className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3.5 py-2.5"
								>
									<code className="font-mono text-xs wrap-anywhere">{scope}</code>
									<Use scope={scope} review={review} />
								</li>
							))}
						</ul>
					</>
				)}
			</PanelBody>
			{mayTake && (
				<PanelFooter>
					<TakeScopesButton
						apiKey={{ id: apiKey.id, title: apiKey.title, version }}
						review={{ granted, unused, lastUsed }}
					/>
				</PanelFooter>
			)}
		</Panel>
	);
}

/** Why something is proposed for taking away, or nothing. */
async function Advice({ review, now }: { review: ScopeReview; now: Date }) {
	const t = await textsOf("key");
	const { unused, lastUnnamed, knownSince, tellableAt } = review;
	if (unused.length > 0) return <Notice look="warn">{t("scopes.proposal", { count: unused.length })}</Notice>;
	if (new Date(tellableAt) > now) {
		return (
			<Notice look="note">
				{t.rich("scopes.early", {
					since: () => <Day value={knownSince} />,
					from: () => <Day value={tellableAt} />,
				})}
			</Notice>
		);
	}
	if (review.isUnnamedLately && lastUnnamed) {
		return (
			<Notice look="note">
				{t.rich("scopes.unnamed", { time: () => <RelativeTime value={lastUnnamed} /> })}
			</Notice>
		);
	}
	return <p className="text-sm text-ink-muted">{t("scopes.allUsed")}</p>;
}

async function Day({ value }: { value: string }) {
	const format = new Intl.DateTimeFormat(DATE_LOCALES[await languageOf()], {
		dateStyle: "medium",
		timeZone: "UTC",
	});
	return <time dateTime={value}>{format.format(new Date(value))}</time>;
}

/** How a scope is used, in a word with a shape of its own. */
async function Use({ scope, review }: { scope: Scope; review: ScopeReview }) {
	const t = await textsOf("key");
	const { granted, unused, lastUsed } = review;
	const time = (at: string) => ({ time: () => <RelativeTime value={at} /> });
	const at = lastUsed[scope];
	const reading = readonlyForm(scope);
	const readAt = reading === scope || granted.includes(reading) ? undefined : lastUsed[reading];
	const writing = granted.find((other) => other !== scope && readonlyForm(other) === scope);
	const isUnused = unused.includes(scope);
	return (
		<span className="flex flex-wrap items-center gap-2 text-ink-muted">
			{readAt && !at && (
				<span className="flex items-center gap-1.5 text-xs">
					<BookOpen aria-hidden className="size-3.5" />
					<span>{t.rich("scopes.readOnly", time(readAt))}</span>
				</span>
			)}
			{at && (
				<Badge tone={isUnused ? "plain" : "good"} icon={<CircleCheck aria-hidden />}>
					<span>{t.rich("scopes.used", time(at))}</span>
				</Badge>
			)}
			{isUnused && (
				<Badge tone="warn" icon={<ScissorsLineDashed aria-hidden />}>
					{t("scopes.unused")}
				</Badge>
			)}
			{!at && !readAt && !isUnused && (
				<Badge tone="plain" icon={<CircleDashed aria-hidden />}>
					{writing ? t("scopes.included", { scope: writing }) : t("scopes.unknown")}
				</Badge>
			)}
		</span>
	);
}
