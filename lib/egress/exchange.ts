import { type IncomingMessage, Agent as PlainAgent, request as requestPlainly } from "node:http";
import { Agent, type RequestOptions, request as requestByTls } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { type Destination, SendingFailed } from "./destination.ts";

const ANSWER_BYTES_MAX = 65_536;
const HEADER_BYTES_MAX = 16_384;

export type Message = { headers: Readonly<Record<string, string>>; body: string };
export type Reply = { status: number; body: Buffer };

/** Sends a message to one of the destination's addresses and to no other, follows nothing, and keeps nothing open. */
export function exchange(
	{ url, host, addresses }: Destination,
	{ headers, body }: Message,
	signal: AbortSignal,
	ca?: string,
): Promise<Reply> {
	const tls = url.protocol === "https:";
	const options: RequestOptions = {
		method: "POST",
		host,
		port: url.port || (tls ? 443 : 80),
		path: `${url.pathname}${url.search}`,
		headers: { ...headers, host: url.host, "content-length": Buffer.byteLength(body), connection: "close" },
		// An agent of its own: none that the environment gave a proxy, and no connection that another tenant had.
		agent: tls ? new Agent({ keepAlive: false }) : new PlainAgent({ keepAlive: false }),
		lookup: only(addresses),
		maxHeaderSize: HEADER_BYTES_MAX,
		signal,
		...(ca !== undefined && { ca }),
	};
	return new Promise((resolve, reject) => {
		const request = (tls ? requestByTls : requestPlainly)(options);
		const unanswered = () => reject(new SendingFailed("The connection was closed without an answer."));
		request.on("close", unanswered);
		request.on("response", (response) => {
			request.off("close", unanswered);
			read(response).then(resolve, reject);
		});
		request.on("upgrade", (_response, socket) => socket.destroy());
		request.on("error", reject);
		request.end(body);
	});
}

/** Stands in for the look-up of names: the addresses that were checked are the only ones there are. */
function only(addresses: readonly string[]): LookupFunction {
	const checked = addresses.map((address) => ({ address, family: isIP(address) }));
	return (_host, options, answer) => {
		if (options.all) return answer(null, checked);
		const [first = { address: "", family: 0 }] = checked;
		answer(null, first.address, first.family);
	};
}

/** The answer, and as much of its body as is read at all. */
async function read(response: IncomingMessage): Promise<Reply> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of response as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes >= ANSWER_BYTES_MAX) break;
	}
	response.destroy();
	return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX) };
}
