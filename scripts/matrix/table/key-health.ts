import { newId } from "#lib/core/ids.ts";
import type { Permission } from "#lib/core/permissions.ts";
import { beginReview } from "#lib/services/key-reviews/begin.ts";
import { finishReview } from "#lib/services/key-reviews/finish.ts";
import { readReviewState } from "#lib/services/key-reviews/list.ts";
import { contextFor } from "#lib/testing/factories.ts";
import {
	healthSearch,
	reviewsSearch,
} from "../../../app/(console)/agencies/[agency]/keys/health/search-params.ts";
import type { ActionRow, PageRow } from "../rows.ts";
import type { Stage } from "../stage.ts";
import type { Target } from "../targets.ts";
import { keyRule } from "./keys.ts";

const FILE = "app/(console)/agencies/[agency]/keys/health/actions.ts";
const AT_A_LOCATION = "a location";

const placeOf = ({ location }: Target) => ({ locationId: location?.id ?? null });

const ownerOf = ({ world }: Stage, { agency }: Target) =>
	contextFor(world, agency, { role: "OWNER", now: new Date() });

/** The review that is under way at the target's place, begun when there is none. Only a living place can have one. */
async function openReviewOf(stage: Stage, target: Target) {
	if (target.state !== "living") return newId();
	const ctx = ownerOf(stage, target);
	const { open } = await readReviewState(ctx, placeOf(target));
	return open?.id ?? (await beginReview(ctx, placeOf(target))).id;
}

async function endOpenReview(stage: Stage, target: Target) {
	if (target.state !== "living") return;
	const ctx = ownerOf(stage, target);
	const { open } = await readReviewState(ctx, placeOf(target));
	if (open) await finishReview(ctx, { ...placeOf(target), reviewId: open.id, note: "" });
}

async function finishedReviewOf(stage: Stage, target: Target) {
	const reviewId = await openReviewOf(stage, target);
	await endOpenReview(stage, target);
	return reviewId;
}

const atPlaces = {
	AGENCY: keyRule(null, "write", "view"),
	LOCATION: { ...keyRule(AT_A_LOCATION, "write", "place"), refusesFirst: true },
};

export const KEY_HEALTH_ACTIONS: ActionRow[] = [
	{
		kind: "tenant",
		name: `${FILE}#previewFixAction`,
		at: atPlaces,
		changes: false,
		input: async (_stage, target) => ({
			...placeOf(target),
			about: { finding: "admin", exceptIds: [] },
			change: { kind: "makeReadonly" },
		}),
	},
	{
		kind: "tenant",
		name: `${FILE}#beginReviewAction`,
		at: atPlaces,
		changes: true,
		async input(stage, target) {
			await endOpenReview(stage, target);
			return placeOf(target);
		},
	},
	{
		kind: "tenant",
		name: `${FILE}#dropReviewAction`,
		at: {
			AGENCY: keyRule(null, "write", "thing"),
			LOCATION: keyRule(AT_A_LOCATION, "write", "thing"),
		},
		changes: true,
		input: async (stage, target) => ({
			...placeOf(target),
			reviewId: await openReviewOf(stage, target),
		}),
	},
	{
		kind: "tenant",
		name: `${FILE}#finishReviewAction`,
		at: {
			AGENCY: keyRule(null, "write", "thing"),
			LOCATION: keyRule(AT_A_LOCATION, "write", "thing"),
		},
		changes: true,
		input: async (stage, target) => ({
			...placeOf(target),
			reviewId: await openReviewOf(stage, target),
			note: "",
		}),
	},
];

/** The pages of key health below an address. */
export const healthPages = (base: string, may: Permission, mayAudit: Permission): PageRow[] => [
	{ pattern: base, may, search: Object.keys(healthSearch) },
	{ pattern: `${base}/reviews`, may, search: Object.keys(reviewsSearch) },
	{ pattern: `${base}/reviews/[review]`, may, thing: finishedReviewOf },
	{
		pattern: `${base}/reviews/[review]/export`,
		may: mayAudit,
		isDownload: true,
		search: ["format"],
		thing: finishedReviewOf,
	},
];
