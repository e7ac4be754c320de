import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { Panel } from "#components/ui/panel.tsx";
import { FINDINGS, type FindingCounts } from "#lib/core/keys/health.ts";

type RecordCountsProps = { before: Partial<FindingCounts>; after: Partial<FindingCounts> };

const cell = "px-4 py-1.5 text-end tabular-nums sm:px-5";

/** What was found when a review began, and what was left when it ended. */
export async function RecordCounts({ before, after }: RecordCountsProps) {
	const t = await textsOf("health");
	const language = await languageOf();
	const count = (value: number | undefined) => (value === undefined ? "–" : value.toLocaleString(language));
	return (
		<Panel title={<span id="record-counts">{t("record.counts")}</span>}>
			<table aria-labelledby="record-counts" className="w-full text-sm">
				<thead className="bg-sunken text-xs text-ink-muted">
					<tr>
						<th scope="col" className="px-4 py-2 text-start font-medium sm:px-5">
							{t("record.finding")}
						</th>
						<th scope="col" className={`${cell} font-medium`}>
							{t("record.before")}
						</th>
						<th scope="col" className={`${cell} font-medium`}>
							{t("record.after")}
						</th>
					</tr>
				</thead>
				<tbody className="divide-y divide-line">
					{FINDINGS.map((finding) => (
						<tr key={finding}>
							<th scope="row" className="px-4 py-1.5 text-start font-normal sm:px-5">
								{t(`kinds.${finding}.title`)}
							</th>
							<td className={cell}>{count(before[finding])}</td>
							<td className={cell}>{count(after[finding])}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Panel>
	);
}
