"use client";

import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { keyHref } from "#components/shell/place-href.ts";
import { MARKS } from "#components/texts/marks.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import { ownReason } from "#lib/core/keys/own-reasons.ts";
import { useActions } from "./key-actions.tsx";
import { KeyCredits } from "./key-credits.tsx";
import { KeyLabels } from "./key-labels.tsx";
import { KeyStatus } from "./key-status.tsx";
import { useScopesText } from "./use-scopes-text.ts";

/** Longer descriptions are cut to a line that opens. */
const DESCRIPTION_SHOWN_MAX = 90;

type CellProps = { apiKey: KeySummary };

export function TitleCell({ apiKey: { id, title, description, labels } }: CellProps) {
	const t = useTranslations("apiKey.cells");
	return (
		<div className="min-w-0 md:max-w-80 md:min-w-44">
			<Link
				href={keyHref(useActions().place, id)}
				className="font-medium wrap-anywhere text-ink underline-offset-4 hover:underline"
			>
				<bdi>{title}</bdi>
			</Link>
			{description !== "" && (
				<div className="mt-0.5 text-xs text-ink-muted">
					{description.length > DESCRIPTION_SHOWN_MAX ? (
						<Popover cut trigger={<bdi>{description}</bdi>} title={t("description", { title })}>
							<bdi className="wrap-anywhere whitespace-pre-line">{description}</bdi>
						</Popover>
					) : (
						<bdi className="wrap-anywhere">{description}</bdi>
					)}
				</div>
			)}
			<KeyLabels title={title} labels={labels} />
		</div>
	);
}

export function LocationsCell({ apiKey: { level, location, chosenLocations, title } }: CellProps) {
	const t = useTranslations("apiKey.cells");
	if (level === "LOCATION") return <Name>{location?.name}</Name>;
	if (chosenLocations === null) return <span className="whitespace-nowrap">{t("allLocations")}</span>;
	if (chosenLocations.length === 0) return <span className="text-ink-muted">{t("noLocations")}</span>;
	if (chosenLocations.length === 1) return <Name>{chosenLocations[0]?.name}</Name>;
	return (
		<Popover trigger={t("locations", { count: chosenLocations.length })} title={t("locationsOf", { title })}>
			<ul className="space-y-1">
				{chosenLocations.map((one) => (
					<li key={one.id} className="wrap-anywhere">
						<bdi>{one.name}</bdi>
					</li>
				))}
			</ul>
		</Popover>
	);
}

export const RoleCell = ({ apiKey: { role } }: CellProps) => (
	<span className="rounded border border-line-strong px-1.5 py-0.5 text-2xs font-semibold tracking-wide text-ink-muted">
		{role}
	</span>
);

export function ScopesCell({ apiKey: { level, role, scopes, title } }: CellProps) {
	const t = useTranslations("apiKey.cells");
	return (
		<Popover trigger={useScopesText(level, role, scopes)} title={t("scopesOf", { title })}>
			<ul className="space-y-0.5 font-mono text-xs">
				{scopes.map((scope) => (
					<li key={scope}>{scope}</li>
				))}
			</ul>
		</Popover>
	);
}

export const StatusCell = ({ apiKey }: CellProps) => (
	<div className="md:max-w-44">
		<KeyStatus status={apiKey.status} />
		<div className="mt-1 space-y-0.5 text-xs text-ink-muted empty:hidden">
			<StatusNote apiKey={apiKey} />
			{apiKey.status !== "Revoked" && <Bounds apiKey={apiKey} />}
		</div>
	</div>
);

/** Why a key is revoked, or when it goes for want of use. */
export function StatusNote({ apiKey: { status, revokedReason, deletesAt } }: CellProps) {
	const t = useTranslations("apiKey.cells");
	if (status === "Revoked") return revokedReason && <RevokedReason text={revokedReason} />;
	if (deletesAt === null) return null;
	return (
		<div className="font-medium text-warn">
			{t.rich(status === "Active" ? "deletedUnlessUsed" : "deletedUnlessKept", {
				time: () => <RelativeTime value={deletesAt} />,
			})}
		</div>
	);
}

function RevokedReason({ text }: { text: string }) {
	const t = useTranslations("apiKey.cells.revoked");
	const own = ownReason(text);
	if (own === null) return <bdi className="wrap-anywhere">{text}</bdi>;
	return (
		<span className="wrap-anywhere">
			{own.why === "found" ? t("found") : t.rich("makerEnded", { ...MARKS, title: own.title })}
		</span>
	);
}

function Bounds({ apiKey }: CellProps) {
	const t = useTranslations("apiKey.cells");
	const { expiresAt } = apiKey;
	return (
		<>
			{expiresAt && (
				<div className="whitespace-nowrap">
					{t.rich(apiKey.status === "Expired" ? "ended" : "ends", {
						time: () => <RelativeTime value={expiresAt} />,
					})}
				</div>
			)}
			{apiKey.creditsRemaining !== null && (
				<div className="whitespace-nowrap">
					<KeyCredits {...apiKey} creditsRemaining={apiKey.creditsRemaining} />
				</div>
			)}
		</>
	);
}

export const SecretCell = ({ apiKey: { masked } }: CellProps) => (
	<code className="font-mono text-xs whitespace-nowrap text-ink-muted">{masked}</code>
);

export const LastUsedCell = ({ apiKey: { lastUsedAt } }: CellProps) => (
	<span className="whitespace-nowrap">
		<RelativeTime value={lastUsedAt} />
	</span>
);

export const CreatedCell = ({ apiKey: { createdAt } }: CellProps) => (
	<span className="whitespace-nowrap">
		<RelativeTime value={createdAt} />
	</span>
);

export const CreatedByCell = ({ apiKey: { createdByName } }: CellProps) => <Name>{createdByName}</Name>;

/** A name of any length and script: it wraps within bounds and cannot turn its neighbours around. */
const Name = ({ children }: { children: string | undefined }) => (
	<bdi className="block wrap-anywhere md:max-w-48 md:min-w-24">{children}</bdi>
);
