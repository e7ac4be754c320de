import { requireAgency } from "#lib/auth/require-context.ts";
import { answerFound } from "./answer-found.ts";

/** What the agency has by a name. */
export async function GET(request: Request, { params }: RouteContext<"/agencies/[agency]/find">) {
	const { ctx } = await requireAgency((await params).agency);
	return answerFound(request, ctx, null);
}
