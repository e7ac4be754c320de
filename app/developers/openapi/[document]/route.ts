import { notFound } from "next/navigation";
import { dialectNamed, readDocument } from "#lib/api/openapi/read-document.ts";

export const dynamic = "force-dynamic";

/** An OpenAPI document, for programs that make clients of it. */
export async function GET(_request: Request, { params }: RouteContext<"/developers/openapi/[document]">) {
	const { document } = await params;
	const dialect = document.endsWith(".json") ? dialectNamed(document.slice(0, -".json".length)) : undefined;
	if (!dialect) notFound();
	return Response.json(readDocument(dialect), { headers: { "Cache-Control": "public, max-age=300" } });
}
