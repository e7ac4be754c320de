import type { Metadata } from "next";
import { textsOf } from "#components/texts/texts-of.ts";
import { requireForm } from "#lib/http/require-form.ts";
import { FormFrame } from "../_components/form-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
	return { title: { absolute: (await textsOf("visitorForm"))("thanks.title") } };
}

/** Says thanks, or leads on from there: browsers follow no redirect to another site when a form of ours is posted. */
export default async function ThanksPage(props: PageProps<"/f/[form]/thanks">) {
	const { thanks, redirectTo } = await requireForm((await props.params).form);
	const t = await textsOf("visitorForm");

	return (
		<FormFrame title={t("thanks.title")}>
			{redirectTo && <meta httpEquiv="refresh" content={`0; url=${redirectTo}`} />}
			<p role="status" className="mt-3 text-sm whitespace-pre-line wrap-anywhere text-ink-muted">
				<bdi>{thanks || t("thanks.text")}</bdi>
			</p>
			{redirectTo && (
				<p className="mt-5 text-sm">
					<a href={redirectTo} className="text-accent-ink underline underline-offset-4 wrap-anywhere">
						{t("thanks.goOn", { host: new URL(redirectTo).host })}
					</a>
				</p>
			)}
		</FormFrame>
	);
}
