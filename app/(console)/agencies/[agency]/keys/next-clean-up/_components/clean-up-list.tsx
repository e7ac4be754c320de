import Link from "next/link";
import { keyHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CleanUpRow } from "#lib/services/keys/preview-clean-up.ts";
import { KeepAlive } from "../../_components/keep-alive.tsx";
import type { KeyPlace } from "../../actions.ts";
import { CLEAN_UP_HEADING_ID } from "./focus-targets.ts";

type Row = CleanUpRow & { mayChange: boolean };

const cell = "px-4 py-3 align-top max-md:p-0 sm:px-5";

/** A table on wide screens; on phones each key becomes a card. */
export async function CleanUpList({ place, rows }: { place: KeyPlace; rows: readonly Row[] }) {
	const t = await textsOf("keyPages");
	return (
		// biome-ignore lint/a11y/noRedundantRoles: a table that is laid out as a grid stops being one for some screen readers
		<table role="table" aria-labelledby={CLEAN_UP_HEADING_ID} className="w-full text-sm max-md:block">
			<thead className="bg-sunken text-start text-xs text-ink-muted max-md:hidden">
				<tr>
					{(["key", "next", "deletion", "why"] as const).map((name) => (
						<th key={name} scope="col" className="px-4 py-2 font-medium sm:px-5">
							{t(`cleanUp.columns.${name}`)}
						</th>
					))}
					<th scope="col" className="px-4 py-2">
						<span className="sr-only">{t("cleanUp.columns.actions")}</span>
					</th>
				</tr>
			</thead>
			<tbody className="divide-y divide-line max-md:block">
				{rows.map((row) => (
					<CleanUpItem key={row.id} place={place} row={row} />
				))}
			</tbody>
		</table>
	);
}

async function CleanUpItem({ place, row }: { place: KeyPlace; row: Row }) {
	const t = await textsOf("keyPages");
	const { at } = row.next;
	return (
		<tr className="max-md:grid max-md:gap-2 max-md:px-4 max-md:py-4">
			<th scope="row" className={`${cell} text-start font-medium`}>
				<Link href={keyHref(place, row.id)} className="wrap-anywhere underline-offset-4 hover:underline">
					<bdi>{row.title}</bdi>
				</Link>
				<span className="block text-xs font-normal text-ink-muted">
					{row.location ? <bdi className="wrap-anywhere">{row.location.name}</bdi> : t("cleanUp.agencyKey")}
				</span>
			</th>
			<td className={cell}>
				{t.rich(`cleanUp.next.${nextStep(row)}`, {
					time: () => (at ? <RelativeTime value={at} /> : t("cleanUp.nextRun")),
				})}
			</td>
			<td className={cell}>
				<span className="text-ink-muted md:hidden">{t("cleanUp.columns.deletion")}: </span>
				<RelativeTime value={row.deletedAt} empty={t("cleanUp.later")} />
			</td>
			<td className={`${cell} text-ink-muted`}>
				{t.rich("cleanUp.why", {
					time: () => <RelativeTime value={row.idleSince} />,
					isOwn: String(row.ownDays),
					days: row.days,
				})}
			</td>
			<td className={`${cell} md:text-end`}>
				{row.mayChange && <KeepAlive place={placeOf(place, row)} keyId={row.id} title={row.title} />}
			</td>
		</tr>
	);
}

const placeOf = (place: KeyPlace, { location }: Row): KeyPlace =>
	location ? { ...place, location: location.slug } : place;

function nextStep({ next }: Row) {
	if (next.notice === null) return "deletion";
	return next.notice === 1 ? "last" : next.notice === 7 ? "second" : "first";
}
