"use client";

import { createColumnHelper } from "@tanstack/react-table";
import { Download, Inbox, SearchX } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { features } from "#components/data-table/features.ts";
import { Pagination } from "#components/data-table/pagination.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { type TablePage, useServerTable } from "#components/data-table/use-server-table.ts";
import { useTableAddress, whileTyping } from "#components/data-table/use-table-address.ts";
import type { Translator } from "#components/texts/translator.ts";
import { Button, buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ExactTime, RelativeTime } from "#components/ui/relative-time.tsx";
import type { SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import { PAGE_SIZES } from "../../../../../keys/search-params.ts";
import { type FormsSearch, formsSearch } from "../../search-params.ts";

const HEADING_ID = "submissions-heading";

type Question = { name: string; label: string };

const column = createColumnHelper<typeof features, SubmissionSummary>();

const columnsFor = (questions: readonly Question[], t: Translator<"forms">) =>
	column.columns([
		column.accessor("name", {
			meta: { label: t("one.from"), card: "title" },
			cell: ({ row: { original } }) => (
				<bdi className="font-medium wrap-anywhere">
					{original.name ?? original.email ?? original.contact?.name ?? t("one.somebody")}
				</bdi>
			),
		}),
		column.accessor("answers", {
			meta: { label: t("one.answers"), className: "max-md:col-span-2 md:w-[50%]" },
			cell: ({ row }) => <Answers answers={row.original.answers} questions={questions} />,
		}),
		column.accessor("page", {
			meta: { label: t("one.sentFrom") },
			cell: ({ row }) => (
				<bdi className="text-xs wrap-anywhere text-ink-muted">
					{row.original.page.url ?? t("one.unknown")}
				</bdi>
			),
		}),
		column.accessor("createdAt", {
			id: "when",
			meta: { label: t("one.when") },
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
	const t = useTranslations("forms");
	const ui = useTranslations("ui");
	const clear = useTranslations("table")("clearSearch");
	const { search, setSearch, pending } = useTableAddress(formsSearch);
	const type = (q: string) => setSearch({ q, page: null }, whileTyping(q));
	const table = useServerTable({
		columns: columnsFor(questions, t),
		page,
		turnTo: (next, size) => setSearch({ page: next, size }),
	});

	return (
		<>
			<div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
				<h2 id={HEADING_ID} className="text-base font-semibold">
					{t("submissions")}
				</h2>
				{!isEmpty && (
					<div className="flex flex-1 flex-wrap justify-end gap-2">
						<SearchBox
							label={t("one.search")}
							value={search.q}
							onChange={type}
							className="min-w-44 flex-1 sm:max-w-64"
						/>
						<a href={exportHref} download className={buttonStyle({ look: "secondary" })}>
							<Download aria-hidden className="size-4" />
							{t("one.export")}
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
				<EmptyState icon={<Inbox />} title={t("one.noneSent")} text={t("one.noneSentText")} />
			) : (
				<div role="status">
					<EmptyState icon={<SearchX />} title={ui("nothingFound")} text={t("one.noneFound")}>
						<Button onClick={() => type("")}>{clear}</Button>
					</EmptyState>
				</div>
			)}
		</>
	);
}
