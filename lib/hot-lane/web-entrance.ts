import { answer, endpointPath } from "./answer.ts";
import { BODY_BYTES_MAX, type Surroundings } from "./endpoint.ts";

/** The same endpoints behind a web-standard request, for Next's route handlers. The gate has set both headers. */
export async function answerWebRequest(
	request: Request,
	surroundings: Surroundings,
	report: (error: unknown) => void,
): Promise<Response> {
	const bytes =
		request.method === "GET" || request.method === "HEAD" ? null : Buffer.from(await request.arrayBuffer());
	const body =
		bytes === null || bytes.length === 0 ? null : bytes.length > BODY_BYTES_MAX ? "too large" : bytes;
	const reply = await answer(
		{
			method: request.method,
			path: endpointPath(new URL(request.url).pathname),
			header: (name) => request.headers.get(name),
			body,
			address: request.headers.get("x-latchkey-address"),
			requestId: request.headers.get("x-request-id") ?? "",
		},
		surroundings,
		report,
	);
	return new Response(request.method === "HEAD" ? null : reply.body, {
		status: reply.status,
		headers: reply.headers,
	});
}
