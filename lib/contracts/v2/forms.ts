import { z } from "zod";
import type { SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import { presentSubmission, SubmissionMeta, submissionShape } from "../form.ts";
import { traced } from "./traced.ts";

const Form = z.object({ id: z.string(), name: z.string(), locationId: z.string() }).meta({ id: "FormV2" });
const Submission = z
	.object({
		...submissionShape,
		others: z.looseObject({
			eventData: z.object({ page: z.object({ url: z.string().nullable() }) }),
			fieldsOriSequance: z.array(z.string()).describe("The answers' names in order, spelt so."),
		}),
	})
	.meta({ id: "SubmissionV2" });

export const FormList = traced("FormList", { forms: z.array(Form), total: z.int() });
export const SubmissionList = traced("SubmissionList", {
	submissions: z.array(Submission),
	meta: SubmissionMeta,
});

export const presentSubmissionV2 = (submission: SubmissionSummary) => ({
	...presentSubmission(submission),
	others: {
		...submission.answers,
		eventData: { page: { url: submission.page.url } },
		fieldsOriSequance: Object.keys(submission.answers),
	},
});
