import { describe, expect, test } from "vitest";
import { AddressList, AddressRanges, normalizeAddress, normalizeAddressRange } from "./addresses.ts";

describe("a single address", () => {
	test.each([
		["203.0.113.7", "203.0.113.7"],
		["0.0.0.0", "0.0.0.0"],
		["255.255.255.255", "255.255.255.255"],
		["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
		["::", "::"],
		["::1", "::1"],
		["::ffff:203.0.113.7", "203.0.113.7"],
		["::FFFF:cb00:7107", "203.0.113.7"],
		["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
	])("%s is %s", (text, normal) => {
		expect(normalizeAddress(text)).toBe(normal);
		expect(normalizeAddress(normal)).toBe(normal);
	});

	test.each([
		"",
		" ",
		"x",
		"localhost",
		"127.1",
		"1",
		"2130706433",
		"0x7f.0.0.1",
		"0x7f000001",
		"0177.0.0.1",
		"127.0.0.01",
		"1.2.3",
		"1.2.3.4.5",
		"1.2.3.256",
		"1.2.3.-4",
		" 1.2.3.4",
		"1.2.3.4\n",
		"1.2.3.4\0",
		"1.2.3.4:80",
		"[::1]",
		"[::1]:80",
		"fe80::1%eth0",
		"fe80::1%25eth0",
		"::ffff:1.2.3",
		"::ffff:127.1",
		"1::2::3",
		":::",
		"12345::",
		"g::",
		"1:2:3:4:5:6:7:8:9",
		"１.2.3.4",
		"10.0.0.0/8",
	])("%j is none", (text) => {
		expect(normalizeAddress(text)).toBeNull();
	});
});

describe("a range", () => {
	test.each([
		["203.0.113.7/24", "203.0.113.0/24"],
		["203.0.113.0/24", "203.0.113.0/24"],
		["203.0.113.7/32", "203.0.113.7/32"],
		["1.2.3.4/0", "0.0.0.0/0"],
		["10.255.255.255/9", "10.128.0.0/9"],
		["2001:DB8::1/32", "2001:db8::/32"],
		["2001:db8::ffff/127", "2001:db8::fffe/127"],
		["::/0", "::/0"],
		["::ffff:10.1.2.3/104", "10.0.0.0/8"],
		["::ffff:10.1.2.3/128", "10.1.2.3/32"],
		[" 203.0.113.7 ", "203.0.113.7"],
	])("%s is %s", (text, normal) => {
		expect(normalizeAddressRange(text)).toBe(normal);
		expect(normalizeAddressRange(normal)).toBe(normal);
	});

	test.each([
		"",
		"/",
		"/24",
		"203.0.113.0/",
		"203.0.113.0/33",
		"203.0.113.0/-1",
		"203.0.113.0/x",
		"203.0.113.0/2.5",
		"203.0.113.0/24/24",
		"203.0.113.0 /24",
		"203.0.113.0/255.255.255.0",
		"10/8",
		"10.0/16",
		"0x0a.0.0.0/8",
		"010.0.0.0/8",
		"2001:db8::/129",
		"::ffff:10.1.2.3/90",
		"fe80::1%eth0/64",
		"fe80::%/64",
		"x/8",
		"203.0.113.1-203.0.113.9",
		"*",
		"203.0.113.*",
	])("%j is none", (text) => {
		expect(normalizeAddressRange(text)).toBeNull();
	});
});

describe("an address is allowed", () => {
	test.each([
		["203.0.113.7", ["203.0.113.7"]],
		["203.0.113.7", ["198.51.100.1", "203.0.113.0/24"]],
		["203.0.113.0", ["203.0.113.0/24"]],
		["203.0.113.255", ["203.0.113.0/24"]],
		["203.0.113.7", ["0.0.0.0/0"]],
		["2001:db8::1", ["2001:db8::/32"]],
		["::1", ["::/0"]],
	])("%s by %j", (address, ranges) => {
		expect(new AddressList(ranges).includes(address)).toBe(true);
	});

	test.each([
		["203.0.113.7", []],
		["203.0.113.7", ["203.0.113.70"]],
		["203.0.114.0", ["203.0.113.0/24"]],
		["203.0.112.255", ["203.0.113.0/24"]],
		["203.0.113.7", ["::/0"]],
		["2001:db8::1", ["0.0.0.0/0"]],
		["2001:db9::", ["2001:db8::/32"]],
	])("but not %s by %j", (address, ranges) => {
		expect(new AddressList(ranges).includes(address)).toBe(false);
	});

	test("also by a range that was written as IPv4 inside IPv6", () => {
		const list = new AddressList(AddressRanges.parse(["::ffff:203.0.113.0/120"]));

		expect(list.includes("203.0.113.9")).toBe(true);
		expect(list.includes("203.0.114.9")).toBe(false);
	});

	test("or not whatever was asked before, however often", () => {
		const list = new AddressList(["203.0.113.7", "198.51.100.0/24"]);
		const ask = (address: string) => list.includes(address);

		for (const good of ["203.0.113.7", "198.51.100.1"]) {
			expect([good, good, "192.0.2.1", "192.0.2.1", good].map(ask)).toEqual([true, true, false, false, true]);
		}
	});

	test.each(["", "x", "0.0.0.0/0"])("never as %j, which is no address", (text) => {
		expect(new AddressList(["0.0.0.0/0", "::/0"]).includes(text)).toBe(false);
	});
});

describe("a list", () => {
	test("is kept in normal forms, each once, in the order given", () => {
		expect(AddressRanges.parse(["::1", "10.1.1.1/8", "0:0::1", "10.0.0.0/8"])).toEqual(["::1", "10.0.0.0/8"]);
	});

	test("names each line that it cannot read", () => {
		const { error } = AddressRanges.safeParse(["::1", " x ", "127.1"]);

		expect(error?.issues.map((issue) => issue.message)).toEqual([
			'"x" is not an IPv4 or IPv6 address or CIDR range.',
			'"127.1" is not an IPv4 or IPv6 address or CIDR range.',
		]);
	});

	test("has up to a hundred lines", () => {
		const lines = Array.from({ length: 101 }, (_, index) => `10.0.0.${index}`);

		expect(AddressRanges.safeParse(lines.slice(1)).success).toBe(true);
		expect(AddressRanges.safeParse(lines).success).toBe(false);
	});
});
