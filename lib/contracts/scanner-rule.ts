import { KEY_SHAPE, KEY_STARTS } from "#lib/core/keys/format.ts";

/** A rule with which gitleaks, and scanners that read its rules, find keys. Keys of all installations look alike. */
export const scannerRule = (
	origin: string,
) => `# Finds API keys made by Latchkey. The last six characters are a checksum (CRC32 in base62).
# Report what you find: ${origin}/report-leak
[[rules]]
id = "latchkey-api-key"
description = "Latchkey API key: report it at ${origin}/report-leak"
regex = '''\\b(${KEY_SHAPE})\\b'''
secretGroup = 1
keywords = [${KEY_STARTS.map((start) => `"${start}"`).join(", ")}]
tags = ["api-key", "latchkey"]
`;
