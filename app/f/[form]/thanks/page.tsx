import type { Metadata } from "next";
import { DEFAULT_THANKS } from "#lib/core/crm/form-fields.ts";
import { requireForm } from "#lib/http/require-form.ts";
import { FormFrame } from "../_components/form-frame.tsx";

export const metadata: Metadata = { title: { absolute: "Thank you" } };

/** Says thanks, or leads on from there: browsers follow no redirect to another site when a form of ours is posted. */
export default async function ThanksPage(props: PageProps<"/f/[form]/thanks">) {
	const { thanks, redirectTo } = await requireForm((await props.params).form);

	return (
		<FormFrame title="Thank you">
			{redirectTo && <meta httpEquiv="refresh" content={`0; url=${redirectTo}`} />}
			<p role="status" className="mt-3 text-sm whitespace-pre-line wrap-anywhere text-ink-muted">
				<bdi>{thanks || DEFAULT_THANKS}</bdi>
			</p>
			{redirectTo && (
				<p className="mt-5 text-sm">
					<a href={redirectTo} className="text-accent-ink underline underline-offset-4 wrap-anywhere">
						Go on to {new URL(redirectTo).host}
					</a>
				</p>
			)}
		</FormFrame>
	);
}
