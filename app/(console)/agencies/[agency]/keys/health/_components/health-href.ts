import { keysHref } from "#components/shell/place-href.ts";
import type { Finding } from "#lib/core/keys/health.ts";
import type { KeyPlace } from "../../actions.ts";

/** The page of key health at a place, or of one of its findings. */
export const healthHref = (place: KeyPlace, finding?: Finding) =>
	`${keysHref(place)}/health${finding ? `?finding=${finding}` : ""}`;

export const reviewsHref = (place: KeyPlace, reviewId?: string) =>
	`${keysHref(place)}/health/reviews${reviewId ? `/${reviewId}` : ""}`;
