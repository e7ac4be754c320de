import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody, PanelFooter } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { readUsage } from "#lib/services/keys/read-usage.ts";
import { ADDRESSES_HEADING_ID, AddressesTable } from "./addresses-table.tsx";

const SHOWN = 8;
const NEW_MS = 30 * 86_400_000;

type AddressesProps = Pick<Awaited<ReturnType<typeof readUsage>>, "addresses" | "lastUse"> & {
	now: Date;
	showsAll: boolean;
	/** The address of the page with a few of them. */
	href: string;
};

/** Where a key is used from. */
export async function AddressesPanel({ addresses, lastUse, now, showsAll, href }: AddressesProps) {
	const t = await textsOf("key");
	const shown = showsAll ? addresses : addresses.slice(0, SHOWN);
	const rows = shown.map((one) => ({
		...one,
		isNew: one.isNew && now.getTime() - new Date(one.firstSeenAt).getTime() < NEW_MS,
	}));
	return (
		<Panel title={<span id={ADDRESSES_HEADING_ID}>{t("addresses.title")}</span>} text={t("addresses.text")}>
			<PanelBody className="space-y-3">
				{lastUse ? (
					<p className="text-sm wrap-anywhere">
						{t.rich("addresses.last", {
							time: () => <RelativeTime value={lastUse.at} />,
							address: () =>
								lastUse.address ? (
									<code className="font-mono text-xs">{lastUse.address}</code>
								) : (
									t("addresses.unknownAddress")
								),
							client: () => (lastUse.client ? <bdi>{lastUse.client}</bdi> : t("addresses.unknownClient")),
						})}
					</p>
				) : (
					<p className="text-sm text-ink-muted">{t("addresses.none")}</p>
				)}
				{rows.length > 0 && <AddressesTable addresses={rows} />}
				{addresses.length === 100 && showsAll && (
					<p className="text-xs text-ink-muted">{t("addresses.most", { count: addresses.length })}</p>
				)}
			</PanelBody>
			{addresses.length > SHOWN && (
				<PanelFooter>
					<Link
						href={showsAll ? href : `${href}&addresses=all`}
						scroll={false}
						className="text-sm text-accent-ink underline underline-offset-2 hover:no-underline"
					>
						{showsAll ? t("addresses.fewer") : t("addresses.all", { count: addresses.length })}
					</Link>
				</PanelFooter>
			)}
		</Panel>
	);
}
