"use client";

import type { ReactNode } from "react";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { NamedLimit } from "#lib/core/keys/program-limits.ts";
import { rateText } from "#lib/core/keys/rate-text.ts";
import { describeScopes } from "./describe-scopes.ts";
import { LocationsCell, RoleCell, StatusNote } from "./key-cells.tsx";
import { KeyCredits } from "./key-credits.tsx";
import { KeyStatus } from "./key-status.tsx";

type KeyFactsProps = { apiKey: KeySummary; namedLimits: readonly NamedLimit[] };

/** What a key is and may do. */
export const KeyFactsPanel = ({ apiKey, namedLimits }: KeyFactsProps) => (
	<Panel>
		<PanelBody className="space-y-5 pt-4 sm:pt-5">
			{apiKey.description !== "" && (
				<p className="text-sm wrap-anywhere whitespace-pre-line">
					<bdi>{apiKey.description}</bdi>
				</p>
			)}
			<dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm sm:grid-cols-3">
				<Fact name="Status">
					<KeyStatus status={apiKey.status} />
					<div className="mt-1 text-xs text-ink-muted empty:hidden">
						<StatusNote apiKey={apiKey} />
					</div>
				</Fact>
				<Fact name="Last used">
					<RelativeTime value={apiKey.lastUsedAt} />
				</Fact>
				<Fact name="Created">
					<RelativeTime value={apiKey.createdAt} /> by{" "}
					<bdi className="wrap-anywhere">{apiKey.createdByName}</bdi>
				</Fact>
				<Fact name="Role">
					<RoleCell apiKey={apiKey} />
				</Fact>
				<Fact name={apiKey.level === "AGENCY" ? "Acts on" : "Location"}>
					<LocationsCell apiKey={apiKey} />
				</Fact>
				<Fact name={apiKey.status === "Expired" ? "Expired" : "Expires"}>
					<RelativeTime value={apiKey.expiresAt} />
				</Fact>
				<Fact name="Rate limit">
					{apiKey.rateLimit ? rateText(apiKey.rateLimit.max, apiKey.rateLimit.seconds) : "None"}
				</Fact>
				{apiKey.creditsRemaining !== null && (
					<Fact name="Credits">
						<KeyCredits {...apiKey} creditsRemaining={apiKey.creditsRemaining} />
					</Fact>
				)}
				<Fact name="Allowed addresses">
					<Addresses addresses={apiKey.allowedAddresses} />
				</Fact>
				{namedLimits.length > 0 && (
					<Fact name="Limits that a program named" wide>
						<NamedLimits limits={namedLimits} />
					</Fact>
				)}
				<Fact name={`Access scope: ${describeScopes(apiKey.level, apiKey.role, apiKey.scopes)}`} wide>
					<ul className="flex flex-wrap gap-1.5 pt-0.5 font-mono text-xs">
						{apiKey.scopes.map((scope) => (
							<li key={scope} className="rounded border border-line bg-sunken px-1.5 py-0.5">
								{scope}
							</li>
						))}
					</ul>
				</Fact>
			</dl>
		</PanelBody>
	</Panel>
);

const Fact = ({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) => (
	<div className={wide ? "col-span-full min-w-0" : "min-w-0"}>
		<dt className="mb-0.5 text-xs text-ink-muted">{name}</dt>
		<dd>{children}</dd>
	</div>
);

const Addresses = ({ addresses }: { addresses: readonly string[] }) =>
	addresses.length === 0 ? (
		"Any"
	) : (
		<ul className="font-mono text-xs">
			{addresses.map((address) => (
				<li key={address} className="wrap-anywhere">
					{address}
				</li>
			))}
		</ul>
	);

const NamedLimits = ({ limits }: { limits: readonly NamedLimit[] }) => (
	<ul className="space-y-0.5">
		{limits.map((limit) => (
			<li key={limit.name} className="wrap-anywhere">
				<bdi className="font-mono text-xs">{limit.name}</bdi>: {rateText(limit.max, limit.seconds)},{" "}
				{limit.autoApply ? "on every use" : "where a verification names it"}
			</li>
		))}
	</ul>
);
