import { answer, endpointPath, takesBody } from "./answer.ts";
import { BODY_BYTES_MAX, type Surroundings } from "./endpoint.ts";

/** The same endpoints behind a web-standard request, for Next's route handlers. The gate has set our headers. */
export async function answerWebRequest(
	request: Request,
	surroundings: Surroundings,
	report: (error: unknown) => void,
): Promise<Response> {
	const url = new URL(request.url);
	const path = endpointPath(url.pathname);
	const hasBody = request.method !== "GET" && request.method !== "HEAD" && takesBody(path);
	const body = hasBody ? await readBody(request).catch(() => "gone" as const) : null;
	// Nobody is there to hear it.
	if (body === "gone") return new Response(null, { status: 400 });
	const reply = await answer(
		{
			method: request.method,
			path,
			search: url.search.slice(1),
			target: request.headers.get("x-latchkey-target") ?? url.pathname + url.search,
			header: (name) => request.headers.get(name),
			body,
			address: request.headers.get("x-latchkey-address") || null,
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

/** Reads a body of at most {@link BODY_BYTES_MAX}; what lies beyond stays unread, however much it is. */
async function readBody({ body }: Request): Promise<Buffer | null | "too large"> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	const reader = body?.getReader();
	for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
		bytes += read.value.length;
		if (bytes > BODY_BYTES_MAX) {
			await reader?.cancel();
			return "too large";
		}
		chunks.push(read.value);
	}
	return bytes === 0 ? null : Buffer.concat(chunks);
}
