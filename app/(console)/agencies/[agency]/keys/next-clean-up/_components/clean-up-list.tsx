import Link from "next/link";
import { keyHref } from "#components/shell/place-href.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { CleanUpRow } from "#lib/services/keys/preview-clean-up.ts";
import { KeepAliveButton } from "../../_components/keep-alive-button.tsx";
import type { KeyPlace } from "../../actions.ts";
import { CLEAN_UP_HEADING_ID } from "./focus-targets.ts";

type Row = CleanUpRow & { mayChange: boolean };

const cell = "px-4 py-3 align-top max-md:p-0 sm:px-5";

/** A table on wide screens; on phones each key becomes a card. */
export const CleanUpList = ({ place, rows }: { place: KeyPlace; rows: readonly Row[] }) => (
	// biome-ignore lint/a11y/noRedundantRoles: a table that is laid out as a grid stops being one for some screen readers
	<table role="table" aria-labelledby={CLEAN_UP_HEADING_ID} className="w-full text-sm max-md:block">
		<thead className="bg-sunken text-start text-xs text-ink-muted max-md:hidden">
			<tr>
				{["Key", "Next", "Deletion", "Why"].map((name) => (
					<th key={name} scope="col" className="px-4 py-2 font-medium sm:px-5">
						{name}
					</th>
				))}
				<th scope="col" className="px-4 py-2">
					<span className="sr-only">Actions</span>
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

const CleanUpItem = ({ place, row }: { place: KeyPlace; row: Row }) => (
	<tr className="max-md:grid max-md:gap-2 max-md:px-4 max-md:py-4">
		<th scope="row" className={`${cell} text-start font-medium`}>
			<Link href={keyHref(place, row.id)} className="wrap-anywhere underline-offset-4 hover:underline">
				<bdi>{row.title}</bdi>
			</Link>
			<span className="block text-xs font-normal text-ink-muted">
				{row.location ? <bdi className="wrap-anywhere">{row.location.name}</bdi> : "Agency key"}
			</span>
		</th>
		<td className={cell}>
			{nextText(row)} {row.next.at ? <RelativeTime value={row.next.at} /> : "with the next run"}
		</td>
		<td className={cell}>
			<span className="text-ink-muted md:hidden">Deletion: </span>
			<RelativeTime value={row.deletedAt} empty="in more than 30 days" />
		</td>
		<td className={`${cell} text-ink-muted`}>
			Unused since <RelativeTime value={row.idleSince} />; {row.ownDays ? "its own" : "the agency’s"} period
			is {row.days} days
		</td>
		<td className={`${cell} md:text-end`}>
			{row.mayChange && <KeepAliveButton place={placeOf(place, row)} keyId={row.id} title={row.title} />}
		</td>
	</tr>
);

const placeOf = (place: KeyPlace, { location }: Row): KeyPlace =>
	location ? { ...place, location: location.slug } : place;

function nextText({ next }: Row) {
	if (next.notice === null) return "Deletion";
	return next.notice === 1 ? "Last notice" : next.notice === 7 ? "Second notice" : "First notice";
}
