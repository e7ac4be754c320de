import { signedText, signText } from "#lib/core/signed-request.ts";
import type { Sent } from "./entrances.ts";

const SECOND_MS = 1_000;

export const timestampAt = (now: number) => String(Math.floor(now / SECOND_MS));

/** The request with the two headers that sign it, as an integration makes them. */
export function signed(sent: Sent, secret: { text: string }, timestamp = timestampAt(Date.now())): Sent {
	const { method = "GET", path, headers, body } = sent;
	const line = signedText(timestamp, {
		method,
		target: path,
		body: body === undefined ? null : Buffer.from(body),
	});
	return {
		...sent,
		headers: {
			...headers,
			"X-Latchkey-Timestamp": timestamp,
			"X-Latchkey-Signature": `v1=${signText(secret.text, line).toString("hex")}`,
		},
	};
}
