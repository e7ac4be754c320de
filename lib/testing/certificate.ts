const pem = (kind: string, base64: string) => `-----BEGIN ${kind}-----\n${base64}\n-----END ${kind}-----\n`;

/** A certificate for hooks.example.test that signs itself, good until 2124, and its key. It protects nothing. */
export const testCertificate = {
	key: pem(
		"PRIVATE KEY",
		"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNMhJKo4T//tDeIrvj5dAtA01ebckzbT9lKikoEmyZEShRANCAAQFBVpCdRUFpn0kEaWGrEDSYDfRLWGw+LUqGbx5NLNpr1UYp/quhYQemWVEJMA67oKstqtX+OjorWECWrXLr29h",
	),
	cert: pem(
		"CERTIFICATE",
		"MIIBfDCCASKgAwIBAgIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJob29rcy5leGFtcGxlLnRlc3QwIBcNMjQwMTAxMDAwMDAwWhgPMjEyNDAxMDEwMDAwMDBaMB0xGzAZBgNVBAMMEmhvb2tzLmV4YW1wbGUudGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAUFWkJ1FQWmfSQRpYasQNJgN9EtYbD4tSoZvHk0s2mvVRin+q6FhB6ZZUQkwDrugqy2q1f46OitYQJatcuvb2GjUTBPMB0GA1UdEQQWMBSCEmhvb2tzLmV4YW1wbGUudGVzdDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBTi1GY2OXyx+MC5jUIgAQkUZVJAuzAKBggqhkjOPQQDAgNIADBFAiEA3hbIsAJqYfQnKOgGtaMYQLVR3lPsP61uNdBgkRrKf2wCIGQSK1no/Icas93XKaZ9Z2gAtwHLap7ChCWjAxhtctzh",
	),
};
