import Link from "next/link";
import type { ReactNode } from "react";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { NamedLimit } from "#lib/core/keys/program-limits.ts";
import { LocationsCell, RoleCell } from "./key-cells.tsx";
import { KeyCredits } from "./key-credits.tsx";
import { KeyLabels } from "./key-labels.tsx";
import { rateWords } from "./rate-words.ts";

type KeyFactsProps = { apiKey: KeySummary; namedLimits: readonly NamedLimit[]; scopesHref: string };

/** What a key is and may do. */
export async function KeyFactsPanel({ apiKey, namedLimits, scopesHref }: KeyFactsProps) {
	const [t, apiTexts] = [await textsOf("key"), await textsOf("apiKey")];
	const { rateLimit, creditsRemaining, allowedAddresses, scopes } = apiKey;
	return (
		<Panel title={t("facts.title")}>
			<PanelBody className="space-y-5">
				{apiKey.description !== "" && (
					<p className="text-sm wrap-anywhere whitespace-pre-line">
						<bdi>{apiKey.description}</bdi>
					</p>
				)}
				<KeyLabels title={apiKey.title} labels={apiKey.labels} />
				<dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm sm:grid-cols-4">
					<Fact name={t("facts.role")}>
						<RoleCell apiKey={apiKey} />
					</Fact>
					<Fact name={t(apiKey.level === "AGENCY" ? "facts.actsOn" : "facts.location")}>
						<LocationsCell apiKey={apiKey} />
					</Fact>
					<Fact name={t("facts.rateLimit")}>
						{rateLimit ? apiTexts("rate", rateWords(rateLimit)) : t("facts.none")}
					</Fact>
					<Fact name={t("facts.addresses")}>
						{allowedAddresses.length === 0 ? t("facts.any") : <Addresses addresses={allowedAddresses} />}
					</Fact>
					{creditsRemaining !== null && (
						<Fact name={t("facts.credits")}>
							<KeyCredits {...apiKey} creditsRemaining={creditsRemaining} />
						</Fact>
					)}
					{namedLimits.length > 0 && (
						<Fact name={t("facts.namedLimits")} wide>
							<NamedLimits limits={namedLimits} />
						</Fact>
					)}
					<Fact name={t("facts.scopes", { count: scopes.length })} wide>
						<ul className="flex flex-wrap gap-1.5 pt-0.5 font-mono text-xs">
							{scopes.map((scope) => (
								<li key={scope} className="rounded border border-line bg-sunken px-1.5 py-0.5">
									{scope}
								</li>
							))}
						</ul>
						<Link
							href={scopesHref}
							className="mt-2 inline-block text-accent-ink underline underline-offset-2 hover:no-underline"
						>
							{t("facts.scopesLink")}
						</Link>
					</Fact>
				</dl>
			</PanelBody>
		</Panel>
	);
}

const Fact = ({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) => (
	<div className={wide ? "col-span-full min-w-0" : "min-w-0"}>
		<dt className="mb-0.5 text-xs text-ink-muted">{name}</dt>
		<dd>{children}</dd>
	</div>
);

const Addresses = ({ addresses }: { addresses: readonly string[] }) => (
	<ul className="font-mono text-xs">
		{addresses.map((address) => (
			<li key={address} className="wrap-anywhere">
				{address}
			</li>
		))}
	</ul>
);

async function NamedLimits({ limits }: { limits: readonly NamedLimit[] }) {
	const [t, apiTexts] = [await textsOf("key"), await textsOf("apiKey")];
	return (
		<ul className="space-y-0.5">
			{limits.map((limit) => (
				<li key={limit.name} className="wrap-anywhere">
					<bdi className="font-mono text-xs">{limit.name}</bdi>:{" "}
					{t("facts.namedLimit", {
						always: String(limit.autoApply),
						rate: apiTexts("rate", rateWords(limit)),
					})}
				</li>
			))}
		</ul>
	);
}
