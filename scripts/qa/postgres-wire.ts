/** The little of PostgreSQL's protocol that a relay has to read: who connects, and how many statements are sent. */

const PROTOCOL_3 = 3 << 16;
const HEADER_BYTES = 8;

/**
 * The `application_name` in the first packet of a connection. Null while the packet is incomplete; empty when it
 * names none, or is a request of another kind.
 */
export function applicationName(start: Buffer): string | null {
	if (start.length < HEADER_BYTES || start.length < start.readInt32BE(0)) return null;
	if (start.readInt32BE(4) >>> 16 !== PROTOCOL_3 >>> 16) return "";
	const fields = start.toString("utf8", HEADER_BYTES, start.readInt32BE(0)).split("\0");
	const at = fields.findIndex((field, index) => index % 2 === 0 && field === "application_name");
	return at < 0 ? "" : (fields[at + 1] ?? "");
}

const EXECUTE = "E".charCodeAt(0);
const SIMPLE_QUERY = "Q".charCodeAt(0);
const PREFIX_BYTES = 5;

/** Reads what a client sends after its first packet, piece by piece, and says how many statements each one runs. */
export function statementCounter(): (chunk: Buffer) => number {
	let rest: Buffer = Buffer.alloc(0);
	return (chunk) => {
		let statements = 0;
		rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		while (rest.length >= PREFIX_BYTES) {
			const end = 1 + rest.readInt32BE(1);
			if (rest.length < end) break;
			if (rest[0] === EXECUTE || rest[0] === SIMPLE_QUERY) statements++;
			rest = rest.subarray(end);
		}
		return statements;
	};
}
