import Link from "next/link";
import { keyHref } from "#components/shell/place-href.ts";
import { textsOf } from "#components/texts/texts-of.ts";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { ExactTime } from "#components/ui/relative-time.tsx";
import type { ReviewDetail } from "#lib/services/key-reviews/describe.ts";
import { actionWords, fieldWords } from "../../../audit/_components/audit-words.ts";
import type { KeyPlace } from "../../actions.ts";

const SHOWN_MAX = 500;

type RecordChangesProps = { place: KeyPlace; changes: ReviewDetail["changes"] };

/** Each change of a key during a review; the file has those that are too many for a page. */
export async function RecordChanges({ place, changes }: RecordChangesProps) {
	const [t, audit] = [await textsOf("health"), await textsOf("audit")];
	return (
		<Panel title={t("record.changes")}>
			{changes.length === 0 ? (
				<PanelBody className="text-sm text-ink-muted">{t("record.noChanges")}</PanelBody>
			) : (
				<ul aria-label={t("record.changes")} className="divide-y divide-line border-t border-line">
					{changes.slice(0, SHOWN_MAX).map((change) => (
						<li key={change.seq} className="px-4 py-2.5 text-sm break-inside-avoid sm:px-5">
							<Link
								href={keyHref(place, change.keyId)}
								className="font-medium wrap-anywhere underline-offset-4 hover:underline"
							>
								<bdi>{change.title}</bdi>
							</Link>
							<p className="wrap-anywhere">
								{actionWords(audit, change.action)}
								{change.fields.length > 0 && (
									<span className="text-ink-muted">
										{" "}
										({change.fields.map((field) => fieldWords(audit, field)).join(", ")})
									</span>
								)}
							</p>
							<p className="text-xs wrap-anywhere text-ink-muted">
								<bdi>{change.actorName}</bdi>, <ExactTime value={change.at} />, {t("record.event")}{" "}
								{change.seq}
							</p>
						</li>
					))}
				</ul>
			)}
			{changes.length > SHOWN_MAX && (
				<p className="border-t border-line px-4 py-2.5 text-xs text-ink-muted sm:px-5">
					{t("record.shown", { count: SHOWN_MAX })}
				</p>
			)}
		</Panel>
	);
}
