import { createServer } from "node:http";

/** Serves on the port that the bench chose. @param {import("node:http").RequestListener} handle */
export const serve = (handle) => createServer(handle).listen(Number(process.env.PORT), "127.0.0.1");

/** Hands over the body as text. @param {import("node:http").IncomingMessage} request @param {(text: string) => void} take */
export function withBody(request, take) {
	/** @type {Buffer[]} */
	const chunks = [];
	request.on("data", (chunk) => chunks.push(chunk));
	request.on("end", () => take(Buffer.concat(chunks).toString("utf8")));
}

/** @param {import("node:http").ServerResponse} response @param {number} status @param {Buffer | string} body */
export function send(response, status, body) {
	response.writeHead(status, {
		"Content-Type": "application/json; charset=utf-8",
		"Content-Length": Buffer.byteLength(body),
	});
	response.end(body);
}

export const REFUSED = Buffer.from('{"valid":false,"code":"NOT_FOUND"}');
