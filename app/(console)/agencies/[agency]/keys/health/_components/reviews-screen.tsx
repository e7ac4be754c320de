import { ArrowLeft, ClipboardCheck } from "lucide-react";
import Link from "next/link";
import { PageFrame } from "#components/shell/page-frame.tsx";
import { textsOf } from "#components/texts/texts-of.ts";
import { buttonStyle } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { ExactTime } from "#components/ui/relative-time.tsx";
import type { Context } from "#lib/auth/require-context.ts";
import { listKeyReviews } from "#lib/services/key-reviews/list.ts";
import type { KeyPlace } from "../../actions.ts";
import { healthHref, reviewsHref } from "./health-href.ts";

const PAGE_SIZE = 25;

type ReviewsScreenProps = { ctx: Context; place: KeyPlace; locationId: string | null; page: number };

/** An address may name a page that is gone by now: the last one that there is stands for it. */
async function readPage(ctx: Context, locationId: string | null, asked: number) {
	const read = (page: number) => listKeyReviews(ctx, { locationId, page, pageSize: PAGE_SIZE });
	const { rows, total } = await read(asked);
	const pages = Math.ceil(total / PAGE_SIZE);
	if (rows.length > 0 || total === 0) return { rows, page: asked, pages };
	return { rows: (await read(pages)).rows, page: pages, pages };
}

/** The finished reviews of a place, the newest first. */
export async function ReviewsScreen({ ctx, place, locationId, page: asked }: ReviewsScreenProps) {
	const t = await textsOf("health");
	const { rows, page, pages } = await readPage(ctx, locationId, asked);
	return (
		<PageFrame
			title={t("reviews.title")}
			text={t("reviews.text")}
			narrow
			action={
				<Link href={healthHref(place)} className={buttonStyle()}>
					<ArrowLeft aria-hidden className="size-4" />
					{t("reviews.back")}
				</Link>
			}
		>
			<Panel>
				{rows.length === 0 ? (
					<EmptyState
						icon={<ClipboardCheck />}
						title={t("reviews.emptyTitle")}
						text={t("reviews.emptyText")}
					/>
				) : (
					<ul className="divide-y divide-line">
						{rows.map((review) => (
							<li key={review.id} className="relative px-4 py-3 hover:bg-sunken sm:px-5">
								<Link
									href={reviewsHref(place, review.id)}
									className="text-sm font-medium underline-offset-4 after:absolute after:inset-0 hover:underline"
								>
									{t.rich("reviews.one", { at: () => <ExactTime value={review.finishedAt} /> })}
								</Link>
								<p className="mt-0.5 text-sm wrap-anywhere text-ink-muted">
									{t("reviews.row", {
										name: review.finishedByName,
										changed: review.keysChanged,
										looked: review.keysLookedAt,
									})}
								</p>
							</li>
						))}
					</ul>
				)}
			</Panel>
			<ReviewPages place={place} page={page} pages={pages} />
		</PageFrame>
	);
}

type ReviewPagesProps = { place: KeyPlace; page: number; pages: number };

async function ReviewPages({ place, page, pages }: ReviewPagesProps) {
	const t = await textsOf("health");
	if (pages <= 1) return null;
	const hrefOf = (number: number) => `${reviewsHref(place)}?page=${number}`;
	return (
		<nav aria-label={t("reviews.pages")} className="mt-3 flex justify-end gap-2 max-sm:px-4">
			{page > 1 && (
				<Link href={hrefOf(page - 1)} className={buttonStyle({ size: "small" })}>
					{t("reviews.newer")}
				</Link>
			)}
			{page < pages && (
				<Link href={hrefOf(page + 1)} className={buttonStyle({ size: "small" })}>
					{t("reviews.older")}
				</Link>
			)}
		</nav>
	);
}
