import Link from "next/link";
import { textsOf } from "#components/texts/texts-of.ts";
import type { KeyPlace } from "../../actions.ts";
import { healthHref } from "./health-href.ts";

/** Leads from a list of keys to what a review finds about them. */
export const HealthLink = async ({ place }: { place: KeyPlace }) => (
	<Link href={healthHref(place)} className="text-accent-ink underline-offset-2 hover:underline">
		{(await textsOf("health"))("title")}
	</Link>
);
