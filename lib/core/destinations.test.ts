import { describe, expect, test } from "vitest";
import { AddressList } from "./addresses.ts";
import { networkKind, readWebhookUrl } from "./destinations.ts";

const NONE = new AddressList([]);

describe("an address is sent to", () => {
	test.each(["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8"])(
		"when it is public: %s",
		(address) => {
			expect(networkKind(address, NONE)).toBe("public");
		},
	);

	test.each([
		["loopback", "127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"],
		["private", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12::1"],
		["link-local", "169.254.1.1", "169.254.169.254", "fe80::1", "::ffff:169.254.169.254", "fec0::1"],
		["a cloud's inside", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254"],
		["carrier-grade NAT", "100.64.0.1", "100.127.255.255"],
		["translated", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "::ffff:0:7f00:1"],
		["tunnelled", "2002:7f00:1::", "2002:808:808::1", "2001:0:1::1", "::7f00:1", "::10.0.0.1"],
		["multicast", "224.0.0.1", "239.255.255.255", "ff02::1"],
		["unspecified", "0.0.0.0", "0.1.2.3", "::"],
		["broadcast", "255.255.255.255"],
		["reserved", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1", "2001:db8::1"],
		["reserved too", "3fff::1", "100::1", "5f00::1", "4000::1", "2001:2::1", "2001:20::1"],
		["no address", "", "example.com", "127.1", "0x7f.1", "fe80::1%eth0", "8.8.8.8/32"],
	])("never when it is %s", (_kind, ...addresses) => {
		for (const address of addresses) expect(networkKind(address, NONE), address).toBe("refused");
	});

	test("when the operator has named its network, and then in no other spelling of another", () => {
		const own = new AddressList(["10.20.0.0/16", "fd00::/8"]);

		expect(networkKind("10.20.3.4", own)).toBe("own");
		expect(networkKind("::ffff:10.20.3.4", own)).toBe("own");
		expect(networkKind("fd00::1", own)).toBe("own");
		expect(networkKind("10.21.0.1", own)).toBe("refused");
		expect(networkKind("8.8.8.8", own)).toBe("public");
	});
});

describe("the address of a webhook", () => {
	test.each([
		"https://example.com/hooks",
		"https://example.com:8443/?a=b",
		"https://8.8.8.8/",
		"HTTPS://EXAMPLE.COM",
	])("may be %s", (text) => {
		expect(readWebhookUrl(text, NONE)).not.toHaveProperty("problem");
	});

	test.each([
		"",
		"example.com",
		"//example.com",
		"https://",
		"http://example.com/",
		"ftp://example.com/",
		"file:///etc/passwd",
		"javascript:alert(1)",
		"https://user@example.com/",
		"https://user:password@example.com/",
		"https://example.com:0/",
		"https://example.com:65536/",
		`https://example.com/${"a".repeat(2_000)}`,
		"https://127.0.0.1/",
		"https://127.1/",
		"https://127.0.0.1./",
		"https://2130706433/",
		"https://0x7f000001/",
		"https://0x7f.0.0.1/",
		"https://0177.0.0.1/",
		"https://017700000001/",
		"https://0/",
		"https://[::1]/",
		"https://[::]/",
		"https://[::ffff:127.0.0.1]/",
		"https://[::ffff:7f00:1]/",
		"https://[0:0:0:0:0:ffff:a9fe:a9fe]/",
		"https://[::127.0.0.1]/",
		"https://[64:ff9b::7f00:1]/",
		"https://[fd00:ec2::254]/",
		"https://169.254.169.254/latest/meta-data/",
		"https://①②⑦.⓪.⓪.①/",
		"https://127。0。0。1/",
		"https://%31%32%37.0.0.1/",
		"https://10.0.0.1:443/",
		"https://192.168.0.1\\@example.com/",
		"https://100.64.0.1/",
	])("is refused with a sentence: %s", (text) => {
		const read = readWebhookUrl(text, NONE);

		expect(read).toMatchObject({ problem: expect.stringMatching(/\.$/) });
	});

	test("may be plain http where the operator has networks of their own", () => {
		const own = new AddressList(["10.0.0.0/8"]);

		expect(readWebhookUrl("http://10.1.2.3:8080/hooks", own)).toMatchObject({ host: "10.1.2.3" });
		expect(readWebhookUrl("http://192.168.1.1/hooks", own)).toHaveProperty("problem");
	});
});
