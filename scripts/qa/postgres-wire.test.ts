import { expect, test } from "vitest";
import { applicationName, statementCounter } from "./postgres-wire.ts";

const PROTOCOL_3 = 196_608;
const SSL_REQUEST = 80_877_103;

function firstPacket(code: number, fields: Record<string, string>): Buffer {
	const text = Buffer.from(
		`${Object.entries(fields)
			.map(([name, value]) => `${name}\0${value}\0`)
			.join("")}\0`,
	);
	const packet = Buffer.alloc(8 + text.length);
	packet.writeInt32BE(packet.length, 0);
	packet.writeInt32BE(code, 4);
	text.copy(packet, 8);
	return packet;
}

function message(type: string, body = ""): Buffer {
	const bytes = Buffer.alloc(5 + body.length);
	bytes.write(type, 0);
	bytes.writeInt32BE(4 + body.length, 1);
	bytes.write(body, 5);
	return bytes;
}

test("the application's name is read from a first packet once it is whole", () => {
	const packet = firstPacket(PROTOCOL_3, { user: "application_name", application_name: "latchkey changes" });

	expect(applicationName(packet.subarray(0, 5))).toBeNull();
	expect(applicationName(packet.subarray(0, -1))).toBeNull();
	expect(applicationName(packet)).toBe("latchkey changes");
});

test("a connection without a name, and a packet of another kind, have an empty one", () => {
	expect(applicationName(firstPacket(PROTOCOL_3, { user: "somebody" }))).toBe("");
	expect(applicationName(firstPacket(SSL_REQUEST, {}))).toBe("");
});

test("statements are counted however the bytes arrive", () => {
	const sent = Buffer.concat([
		message("P", "E"),
		message("B"),
		message("E", "portal"),
		message("Q", "select"),
	]);

	const whole = statementCounter();
	const inPieces = statementCounter();

	expect(whole(sent)).toBe(2);
	expect([...sent].reduce((sum, byte) => sum + inPieces(Buffer.from([byte])), 0)).toBe(2);
});
