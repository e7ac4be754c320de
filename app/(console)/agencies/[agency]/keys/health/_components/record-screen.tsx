import { ArrowLeft, Download } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { languageOf, textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { ExactTime } from "#components/ui/relative-time.tsx";
import { DATE_LOCALES } from "#lib/core/texts/languages.ts";
import type { ReviewDetail, ReviewSums } from "#lib/services/key-reviews/describe.ts";
import type { KeyPlace } from "../../actions.ts";
import { reviewsHref } from "./health-href.ts";
import { RecordChanges } from "./record-changes.tsx";
import { RecordCounts } from "./record-counts.tsx";

type Review = ReviewDetail | ReviewSums;
type RecordScreenProps = { review: Review; place: KeyPlace };

/** The record of one review, also on paper. */
export async function RecordScreen({ review, place }: RecordScreenProps) {
	const t = await textsOf("health");
	const date = new Intl.DateTimeFormat(DATE_LOCALES[await languageOf()], {
		dateStyle: "long",
		timeZone: "UTC",
	});
	return (
		<PageFrame
			title={t("record.title", { date: date.format(new Date(review.finishedAt)) })}
			text={t("record.text", { name: review.finishedByName, changed: review.keysChanged })}
			narrow
			action={
				<div className="flex flex-wrap gap-2 print:hidden">
					<Link href={reviewsHref(place)} className={buttonStyle()}>
						<ArrowLeft aria-hidden className="size-4" />
						{t("record.back")}
					</Link>
					{review.changes && <RecordFiles href={`${reviewsHref(place, review.id)}/export`} />}
				</div>
			}
		>
			<div className="space-y-4">
				<Notice look={review.isSound ? "note" : "bad"} className="max-sm:mx-4">
					<Soundness review={review} />
				</Notice>
				<RecordFacts review={review} />
				<RecordCounts before={review.countsBefore} after={review.countsAfter} />
				{review.changes ? (
					<RecordChanges place={place} changes={review.changes} />
				) : (
					<p className="text-sm text-ink-muted max-sm:px-4">{t("record.changesHidden")}</p>
				)}
			</div>
		</PageFrame>
	);
}

async function RecordFiles({ href }: { href: string }) {
	const t = await textsOf("health");
	const files = { csv: href, json: `${href}?format=json` } as const;
	return (["csv", "json"] as const).map((format) => (
		<a key={format} href={files[format]} download className={buttonStyle()}>
			<Download aria-hidden className="size-4" />
			{t(`record.${format}`)}
		</a>
	));
}

async function Soundness({ review: { isSound, auditSeq } }: { review: Review }) {
	const t = await textsOf("health");
	if (!isSound) return t("record.unsound");
	return auditSeq === null ? t("record.soundAlone") : t("record.sound", { seq: auditSeq });
}

async function RecordFacts({ review }: { review: Review }) {
	const t = await textsOf("health");
	const language = await languageOf();
	const by = (name: string, at: string) => (
		<>{t.rich("record.by", { name, at: () => <ExactTime value={at} inUtc /> })}</>
	);
	return (
		<Panel title={t("record.facts")}>
			<PanelBody>
				<dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
					<Fact name={t("record.begun")}>{by(review.begunByName, review.begunAt)}</Fact>
					<Fact name={t("record.finished")}>{by(review.finishedByName, review.finishedAt)}</Fact>
					<Fact name={t("record.lookedAt")}>{review.keysLookedAt.toLocaleString(language)}</Fact>
					<Fact name={t("record.changed")}>{review.keysChanged.toLocaleString(language)}</Fact>
					<Fact name={t("record.note")}>
						{review.note === "" ? (
							<span className="text-ink-muted">{t("record.noNote")}</span>
						) : (
							<bdi className="whitespace-pre-line">{review.note}</bdi>
						)}
					</Fact>
					<Fact name={t("record.digest")}>
						<code className="font-mono text-xs break-all">{review.digest}</code>
					</Fact>
				</dl>
			</PanelBody>
		</Panel>
	);
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
	<div className="contents">
		<dt className="text-ink-muted">{name}</dt>
		<dd className="min-w-0 wrap-anywhere max-sm:-mt-2">{children}</dd>
	</div>
);
