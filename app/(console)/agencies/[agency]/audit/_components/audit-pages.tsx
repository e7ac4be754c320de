"use client";

import { ChevronFirst, ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { AuditPage } from "#lib/services/audit/list.ts";
import { type AuditSearch, PAGE_SIZES } from "../search-params.ts";
import type { AuditSearchState } from "./use-audit-search.ts";

/** Steps through a log that may be long: by neighbouring pages, never by counting. */
export function AuditPages({ state, page }: { state: AuditSearchState; page: AuditPage }) {
	const { search, resize, toNewest, toNewer, toOlder } = state;
	const { rows, hasNewer, hasOlder } = page;
	const [first, last] = [rows[0], rows.at(-1)];
	return (
		<nav
			aria-label="Pages"
			className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 sm:px-5"
		>
			<p role="status" className="text-sm text-ink-muted tabular-nums">
				{rows.length} {rows.length === 1 ? "event" : "events"}
				{hasNewer || hasOlder ? " on this page" : ""}
			</p>
			<div className="flex-1" />
			<Select
				label="Events on a page"
				prefix="Rows"
				value={String(search.size)}
				onChange={(size) => resize(Number(size) as AuditSearch["size"])}
				options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
				className="h-8 w-auto"
			/>
			<div className="flex gap-1.5">
				<PageButton isOff={!hasNewer} onClick={toNewest}>
					<ChevronFirst aria-hidden className="size-4" />
					Newest
				</PageButton>
				<PageButton isOff={!hasNewer} onClick={() => first && toNewer(first.seq)}>
					<ChevronLeft aria-hidden className="size-4" />
					Newer
				</PageButton>
				<PageButton isOff={!hasOlder} onClick={() => last && toOlder(last.seq)}>
					Older
					<ChevronRight aria-hidden className="size-4" />
				</PageButton>
			</div>
		</nav>
	);
}

type PageButtonProps = { isOff: boolean; onClick: () => void; children: ReactNode };

/** Stays focusable at either end, so that the focus is not thrown away by the last press. */
const PageButton = ({ isOff, onClick, children }: PageButtonProps) => (
	<Button
		size="small"
		aria-disabled={isOff}
		onClick={isOff ? undefined : onClick}
		className="any-pointer-coarse:h-11"
	>
		{children}
	</Button>
);
