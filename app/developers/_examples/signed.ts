import type { CallExample } from "#components/samples/example.ts";

const TARGET = "/api/v2/keys/me";

export const SIGNED: CallExample = {
	kind: "call",
	title: "Send a signed request",
	as: "agency",
	method: "GET",
	path: () => TARGET,
	status: 200,
	answer: { valid: true, code: "VALID", level: "AGENCY" },
	programs: {
		curl: ({ origin }) => `target=${TARGET}
body=''
timestamp=$(date +%s)
digest=$(printf '%s' "$body" | openssl dgst -sha256 -r | cut -d' ' -f1)
signature=$(printf '%s' "$timestamp.GET.$target.$digest" |
  openssl dgst -sha256 -hmac "$LATCHKEY_SHARED_SECRET" -r | cut -d' ' -f1)

curl "${origin}$target" \\
  -H "Authorization: Bearer $LATCHKEY_API_KEY" \\
  -H "X-Latchkey-Timestamp: $timestamp" \\
  -H "X-Latchkey-Signature: v1=$signature"`,
		javascript: ({ origin }) => `import { createHash, createHmac } from "node:crypto";

const { LATCHKEY_API_KEY, LATCHKEY_SHARED_SECRET } = process.env;

function sign(method, target, body = "") {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHash("sha256").update(body).digest("hex");
  const text = \`\${timestamp}.\${method}.\${target}.\${digest}\`;
  const hex = createHmac("sha256", LATCHKEY_SHARED_SECRET).update(text).digest("hex");
  return { "X-Latchkey-Timestamp": timestamp, "X-Latchkey-Signature": \`v1=\${hex}\` };
}

const target = "${TARGET}";
const response = await fetch("${origin}" + target, {
  headers: { Authorization: \`Bearer \${LATCHKEY_API_KEY}\`, ...sign("GET", target) },
  signal: AbortSignal.timeout(10_000),
});
console.log(await response.text());`,
		python: ({ origin }) => `import hashlib
import hmac
import os
import time
import urllib.error
import urllib.request


def sign(method, target, body=b""):
    timestamp = str(int(time.time()))
    digest = hashlib.sha256(body).hexdigest()
    text = f"{timestamp}.{method}.{target}.{digest}".encode()
    secret = os.environ["LATCHKEY_SHARED_SECRET"].encode()
    signature = hmac.new(secret, text, hashlib.sha256).hexdigest()
    return {"X-Latchkey-Timestamp": timestamp, "X-Latchkey-Signature": "v1=" + signature}


target = "${TARGET}"
headers = {"Authorization": "Bearer " + os.environ["LATCHKEY_API_KEY"], **sign("GET", target)}
request = urllib.request.Request("${origin}" + target, headers=headers)
try:
    with urllib.request.urlopen(request, timeout=10) as response:
        print(response.read().decode())
except urllib.error.HTTPError as refusal:
    print(refusal.read().decode())`,
		php: ({ origin }) => `<?php
function sign(string $method, string $target, string $body = ""): array {
    $timestamp = (string) time();
    $text = "$timestamp.$method.$target." . hash("sha256", $body);
    $signature = hash_hmac("sha256", $text, getenv("LATCHKEY_SHARED_SECRET"));
    return ["X-Latchkey-Timestamp: $timestamp", "X-Latchkey-Signature: v1=$signature"];
}

$target = "${TARGET}";
$call = curl_init("${origin}" . $target);
curl_setopt($call, CURLOPT_RETURNTRANSFER, true);
curl_setopt($call, CURLOPT_TIMEOUT, 10);
curl_setopt($call, CURLOPT_HTTPHEADER, [
    "Authorization: Bearer " . getenv("LATCHKEY_API_KEY"),
    ...sign("GET", $target),
]);
echo curl_exec($call);`,
	},
};
