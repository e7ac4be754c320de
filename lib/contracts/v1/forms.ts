import { z } from "zod";
import type { SubmissionSummary } from "#lib/core/crm/form-fields.ts";
import { presentSubmission, SubmissionMeta, submissionShape } from "../form.ts";

const Form = z.object({ id: z.string(), name: z.string() }).meta({ id: "FormV1" });
const Submission = z
	.looseObject({ ...submissionShape, pageDetails: z.object({ url: z.string().nullable() }) })
	.meta({ id: "SubmissionV1" })
	.describe("With its answers beside its own members, by the question's name.");

export const FormList = z.object({ forms: z.array(Form) }).meta({ id: "FormListV1" });
export const SubmissionList = z
	.object({ submissions: z.array(Submission), meta: SubmissionMeta })
	.meta({ id: "SubmissionListV1" });

/** An answer whose name is that of a member stays behind it. */
export const presentSubmissionV1 = (submission: SubmissionSummary) => ({
	...submission.answers,
	...presentSubmission(submission),
	pageDetails: { url: submission.page.url },
});
