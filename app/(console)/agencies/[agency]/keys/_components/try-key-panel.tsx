import { CircleCheck, CircleX } from "lucide-react";
import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { normalizeAddress } from "#lib/core/addresses.ts";
import type { KeySummary } from "#lib/core/keys/key.ts";
import type { RefusalRule } from "#lib/core/keys/refusals.ts";
import type { TriedEntrance, TriedUse } from "#lib/core/keys/tried-use.ts";
import type { Scope } from "#lib/core/scopes.ts";
import { tryKey } from "#lib/verify/try-key.ts";
import { TryKeyForm } from "./later-parts.tsx";
import { rateWords } from "./rate-words.ts";

export type Asked = { entrance: TriedEntrance | null; scopes: Scope[]; at: string | null; from: string };

type TryKeyProps = {
	ctx: Parameters<typeof tryKey>[0];
	apiKey: KeySummary;
	locations: readonly { id: string; name: string }[];
	asked: Asked;
	requiresSignatures: boolean;
	/** The address of this part of the key's page. */
	href: string;
};

/** Would a use be allowed now, and which rule decides? The question stands in the address. */
export async function TryKeyPanel({ ctx, apiKey, locations, asked, requiresSignatures, href }: TryKeyProps) {
	const t = await textsOf("key");
	const address = asked.from.trim() === "" ? null : normalizeAddress(asked.from.trim());
	const isBadAddress = asked.from.trim() !== "" && address === null;
	const location = locations.find(({ id }) => id === asked.at) ?? null;
	const { entrance, scopes } = asked;
	const tried =
		entrance &&
		!isBadAddress &&
		(await tryKey(ctx, { keyId: apiKey.id, entrance, scopes, locationId: location?.id ?? null, address }));
	return (
		<Panel title={t("try.title")} text={t("try.text")}>
			<PanelBody className="space-y-5">
				<TryKeyForm
					href={href}
					level={apiKey.level}
					locations={locations}
					asked={{ ...asked, at: location?.id ?? null }}
					isBadAddress={isBadAddress}
				/>
				<div role="status" className="space-y-3 empty:hidden">
					{tried && <Result tried={tried} locations={locations} />}
					{tried === null && entrance && !isBadAddress && <Notice look="note">{t("try.noSecret")}</Notice>}
				</div>
				<p className="text-xs text-ink-muted">{t("try.order")}</p>
				<p className="text-xs text-ink-muted">
					{t.rich("try.signatures", {
						required: String(requiresSignatures),
						link: (words) => (
							<Link
								href="/developers/signed-requests"
								className="text-accent-ink underline underline-offset-2 hover:no-underline"
							>
								{words}
							</Link>
						),
					})}
				</p>
			</PanelBody>
		</Panel>
	);
}

async function Result({ tried, locations }: { tried: TriedUse; locations: TryKeyProps["locations"] }) {
	const [t, apiTexts] = [await textsOf("key"), await textsOf("apiKey")];
	const { code, rule, about, rateLimit, creditsLeft } = tried;
	const isAllowed = rule === null;
	const name = locations.find(({ id }) => id === about)?.name ?? about;
	return (
		<section
			className={`space-y-1.5 rounded-lg border px-3.5 py-3 text-sm ${isAllowed ? "border-line-strong bg-good-soft" : "border-bad-edge bg-bad-soft"}`}
		>
			<h3 className="flex flex-wrap items-center gap-2 font-semibold">
				{isAllowed ? (
					<CircleCheck aria-hidden className="size-4 text-good" />
				) : (
					<CircleX aria-hidden className="size-4 text-bad" />
				)}
				{t(isAllowed ? "try.allowed" : "try.refused")}
				<code className="font-mono text-xs font-normal text-ink-muted">{code}</code>
			</h3>
			<p className="wrap-anywhere">{t(`try.rules.${wordsOf(rule)}`, { about: name })}</p>
			{isAllowed && rateLimit && (
				<p className="text-ink-muted">{t("try.limit", { rate: apiTexts("rate", rateWords(rateLimit)) })}</p>
			)}
			{isAllowed && creditsLeft !== null && (
				<p className="text-ink-muted">{t("try.credit", { left: creditsLeft })}</p>
			)}
		</section>
	);
}

const RULES_WITH_WORDS = [
	"revoked",
	"switched_off",
	"end_date",
	"agency_suspended",
	"location_suspended",
	"address_unknown",
	"address_not_listed",
	"location_not_covered",
	"scope_missing",
	"signature_missing",
	"credits",
] as const satisfies readonly RefusalRule[];

/** The other rules decide about limits and signatures, which are not tried. */
const wordsOf = (rule: RefusalRule | null) => RULES_WITH_WORDS.find((one) => one === rule) ?? "allowed";
