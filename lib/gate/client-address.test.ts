import { describe, expect, test } from "vitest";
import { incomingRequest } from "#lib/testing/incoming-request.ts";
import { clientAddress } from "./client-address.ts";

const from = (remoteAddress: string | undefined, ...forwarded: string[]) => {
	const headers = forwarded.map((value) => ["X-Forwarded-For", value] as const);
	return (hops: number) => clientAddress(incomingRequest({ headers, remoteAddress }), hops);
};

describe("without proxies the client is whoever holds the socket", () => {
	test.each([
		["203.0.113.7", "203.0.113.7"],
		["::ffff:203.0.113.7", "203.0.113.7"],
		["2001:DB8::1", "2001:db8::1"],
		[undefined, null],
	])("%s is %s", (socketAddress, address) => {
		expect(from(socketAddress)(0)).toBe(address);
	});

	test("whatever the client says about itself", () => {
		expect(from("203.0.113.7", "198.51.100.1")(0)).toBe("203.0.113.7");
	});
});

describe("behind n proxies the client is the n-th entry from the right", () => {
	test.each([
		[1, "198.51.100.1"],
		[2, "198.51.100.2"],
		[3, "198.51.100.3"],
	])("%i", (hops, address) => {
		expect(from("10.0.0.1", "198.51.100.3, 198.51.100.2 ,198.51.100.1")(hops)).toBe(address);
	});

	test("so that what a client writes on the left counts for nothing", () => {
		const spoofed = "127.0.0.1, 10.0.0.1, 203.0.113.99";

		expect(from("10.0.0.1", `${spoofed}, 198.51.100.7`)(1)).toBe("198.51.100.7");
		expect(from("10.0.0.1", spoofed, "198.51.100.7")(1)).toBe("198.51.100.7");
	});

	test.each([
		[1, []],
		[2, ["198.51.100.1"]],
		[1, [""]],
		[1, ["unknown"]],
		[1, ["198.51.100.1,"]],
		[1, ["198.51.100.1, evil"]],
		[1, ["198.51.100.1:8080"]],
		[1, ["[2001:db8::1]"]],
		[1, ["fe80::1%eth0"]],
		[1, ["198.51.1"]],
	])("and nobody knows it when that entry is missing or no address (%i, %j)", (hops, forwarded) => {
		expect(from("10.0.0.1", ...forwarded)(hops)).toBeNull();
	});
});
