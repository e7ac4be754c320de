import { textsOf } from "#components/texts/texts-of.ts";
import { FormFrame } from "./_components/form-frame.tsx";

/** For visitors, who have no place in the console to go back to. */
export default async function FormNotFound() {
	const t = await textsOf("visitorForm");
	return (
		<FormFrame title={t("notFound.title")}>
			<p className="mt-3 text-sm text-ink-muted">{t("notFound.text")}</p>
		</FormFrame>
	);
}
