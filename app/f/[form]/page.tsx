import type { Metadata } from "next";
import { headers } from "next/headers";
import { sayer, textsOf } from "#components/texts/texts-of.ts";
import { SENT_BACK_HEADER, unpackSentBack } from "#lib/core/crm/sent-back.ts";
import { fieldsIn } from "#lib/core/texts/refusal-in.ts";
import { requireForm } from "#lib/http/require-form.ts";
import { FormFrame } from "./_components/form-frame.tsx";
import { VisitorForm } from "./_components/visitor-form.tsx";

export async function generateMetadata(props: PageProps<"/f/[form]">): Promise<Metadata> {
	const { name } = await requireForm((await props.params).form);
	return { title: { absolute: name } };
}

export default async function FormPage(props: PageProps<"/f/[form]">) {
	const form = await requireForm((await props.params).form);
	const t = await textsOf("visitorForm");
	const sent = unpackSentBack((await headers()).get(SENT_BACK_HEADER));
	const say = await sayer();
	const sentBack = sent && { ...sent, detail: say(sent.detail), errors: fieldsIn(say, sent.errors) };

	return (
		<FormFrame title={form.name}>
			{form.enabled ? (
				<VisitorForm form={form} sentBack={sentBack} />
			) : (
				<p className="mt-3 text-sm text-ink-muted">{t("closed")}</p>
			)}
		</FormFrame>
	);
}
