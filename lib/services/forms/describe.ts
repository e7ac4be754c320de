import type { FormDetail } from "#lib/core/crm/form-fields.ts";
import type { FormFacts } from "#lib/data/forms.ts";

export const describeForm = ({ createdAt, updatedAt, ...form }: FormFacts): FormDetail => ({
	...form,
	createdAt: createdAt.toISOString(),
	updatedAt: updatedAt.toISOString(),
});
