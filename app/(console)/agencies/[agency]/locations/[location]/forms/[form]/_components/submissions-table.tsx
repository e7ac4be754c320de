"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { Download, Inbox, SearchX } from "lucide-react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import type { SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import { PAGE_SIZES } from "../../../../../keys/search-params.ts";
import { type FormsSearch, formsSearch } from "../../search-params.ts";

const HEADING_ID = "submissions-heading";

type Question = { name: string; label: string };

const column = createColumnHelper<typeof features, SubmissionSummary>();

const columnsFor = (questions: readonly Question[]) =>
	column.columns([
		column.accessor("name", {
			meta: { label: "From", card: "title" },
			cell: ({ row: { original } }) => (
				<bdi className="font-medium wrap-anywhere">
					{original.name ?? original.email ?? original.contact?.name ?? "Somebody"}
				</bdi>
			),
		}),
		column.accessor("answers", {
			meta: { label: "Answers", className: "max-md:col-span-2 md:w-[50%]" },
			cell: ({ row }) => <Answers answers={row.original.answers} questions={questions} />,
		}),
		column.accessor("page", {
			meta: { label: "Sent from" },
			cell: ({ row }) => (
				<bdi className="text-xs wrap-anywhere text-ink-muted">{row.original.page.url ?? "Unknown"}</bdi>
			),
		}),
		column.accessor("createdAt", {
			id: "when",
			meta: { label: "When" },
			cell: ({ row }) => (
				<div className="whitespace-nowrap max-md:whitespace-normal">
					<RelativeTime value={row.original.createdAt} />
					<div className="text-xs text-ink-muted tabular-nums">
						<ExactTime value={row.original.createdAt} />
					</div>
				</div>
			),
		}),
	]);

/** Answers with the words of their questions, or with their names where the question is no longer asked. */
const Answers = ({
	answers,
	questions,
}: {
	answers: Record<string, string>;
	questions: readonly Question[];
}) => (
	<dl className="space-y-1 text-sm">
		{Object.entries(answers).map(([name, answer]) => (
			<div key={name} className="wrap-anywhere">
				<dt className="inline text-ink-muted">
					<Asked words={questions.find((one) => one.name === name)?.label ?? name} />{" "}
				</dt>
				<dd className="inline whitespace-pre-line">
					<bdi>{answer}</bdi>
				</dd>
			</div>
		))}
	</dl>
);

const Asked = ({ words }: { words: string }) => (
	<>
		<bdi>{words}</bdi>
		{/[.?!:]$/.test(words) ? "" : ":"}
	</>
);

type SubmissionsTableProps = {
	page: TablePage<SubmissionSummary, FormsSearch["size"]>;
	/** Nothing was ever sent; no search hides anything. */
	isEmpty: boolean;
	questions: readonly Question[];
	exportHref: string;
};

export function SubmissionsTable({ page, isEmpty, questions, exportHref }: SubmissionsTableProps) {
	const { search, setSearch, pending } = useTableAddress(formsSearch);
	const type = (q: string) => setSearch({ q, page: null }, whileTyping(q));
	const table = useServerTable({
		columns: columnsFor(questions),
		page,
		turnTo: (next, size) => setSearch({ page: next, size }),
	});

	return (
		<>
			<div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
				<h2 id={HEADING_ID} className="text-base font-semibold">
					Submissions
				</h2>
				{!isEmpty && (
					<div className="flex flex-1 flex-wrap justify-end gap-2">
						<SearchBox
							label="Search by name or e-mail"
							value={search.q}
							onChange={type}
							className="min-w-44 flex-1 sm:max-w-64"
						/>
						<a href={exportHref} download className={buttonStyle({ look: "secondary" })}>
							<Download aria-hidden className="size-4" />
							Export CSV
						</a>
					</div>
				)}
			</div>
			{page.rows.length > 0 ? (
				<>
					<DataTable table={table} labelledBy={HEADING_ID} pending={pending} />
					<Pagination table={table} pageSizes={PAGE_SIZES} noun="submission" />
				</>
			) : isEmpty ? (
				<EmptyState
					icon={<Inbox />}
					title="Nothing sent yet"
					text="Everything that visitors send appears here. Open the public page and try it yourself."
				/>
			) : (
				<div role="status">
					<EmptyState icon={<SearchX />} title="Nothing found" text="No submission matches the search.">
						<Button onClick={() => type("")}>Clear the search</Button>
					</EmptyState>
				</div>
			)}
		</>
	);
}
