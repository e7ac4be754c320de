import type { Metadata } from "next";
import { createLoader, parseAsString } from "nuqs/server";
import type { PublicForm } from "#lib/core/crm/form-fields.ts";
import { requireForm } from "#lib/http/require-form.ts";
import { FormFrame } from "./_components/form-frame.tsx";
import { type FormProblem, VisitorForm } from "./_components/visitor-form.tsx";

const loadSearch = createLoader({ problem: parseAsString });

export async function generateMetadata(props: PageProps<"/f/[form]">): Promise<Metadata> {
	const { name } = await requireForm((await props.params).form);
	return { title: { absolute: name } };
}

export default async function FormPage(props: PageProps<"/f/[form]">) {
	const form = await requireForm((await props.params).form);
	const { problem } = await loadSearch(props.searchParams);

	return (
		<FormFrame title={form.name}>
			{form.enabled ? (
				<VisitorForm form={form} sentBack={problem === null ? null : problemOf(form, problem)} />
			) : (
				<p className="mt-3 text-sm text-ink-muted">This form takes no answers at the moment.</p>
			)}
		</FormFrame>
	);
}

/** What a form that was sent back without scripts says. */
function problemOf({ fields }: PublicForm, problem: string): FormProblem | null {
	const field = fields.find(({ name }) => name === problem);
	if (field) {
		const message = "This answer was not accepted.";
		return { message: "Please fill in the form again.", fields: [{ field: field.name, message }] };
	}
	switch (problem) {
		case "_throttled":
			return {
				message: "Too much was sent from your network. Wait a quarter of an hour and try again.",
				fields: [],
			};
		case "_busy":
			return { message: "We cannot take answers right now. Please try again in a moment.", fields: [] };
		default:
			return null;
	}
}
