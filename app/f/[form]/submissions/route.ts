import { ANY_SITE, takeSubmission } from "#lib/http/take-submission.ts";

/** What is posted to a form's own address arrives here. */
export async function POST(request: Request, { params }: RouteContext<"/f/[form]/submissions">) {
	return takeSubmission(request, (await params).form);
}

/** Lets programs in pages of other sites send JSON. */
export const OPTIONS = () =>
	new Response(null, {
		status: 204,
		headers: {
			...ANY_SITE,
			"Access-Control-Allow-Methods": "POST",
			"Access-Control-Allow-Headers": "Content-Type",
			"Access-Control-Max-Age": "600",
		},
	});
