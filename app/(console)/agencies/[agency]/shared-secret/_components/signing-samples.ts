const TARGET = "/api/v2/keys/verify";

export const curlSample = (
	origin: string,
) => `# LATCHKEY_API_KEY and LATCHKEY_SHARED_SECRET come from your environment.
body='{"key":"lk_loc_…"}'
timestamp=$(date +%s)
digest=$(printf '%s' "$body" | openssl dgst -sha256 -r | cut -d' ' -f1)
signature=$(printf '%s' "$timestamp.POST.${TARGET}.$digest" |
  openssl dgst -sha256 -hmac "$LATCHKEY_SHARED_SECRET" -r | cut -d' ' -f1)

curl ${origin}${TARGET} \\
  -H "Authorization: Bearer $LATCHKEY_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "X-Latchkey-Timestamp: $timestamp" \\
  -H "X-Latchkey-Signature: v1=$signature" \\
  -d "$body"
`;

export const nodeSample = (origin: string) => `import { createHash, createHmac } from "node:crypto";

const { LATCHKEY_API_KEY, LATCHKEY_SHARED_SECRET } = process.env;

function sign(method, target, body = "") {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHash("sha256").update(body).digest("hex");
  const text = \`\${timestamp}.\${method}.\${target}.\${digest}\`;
  const hex = createHmac("sha256", LATCHKEY_SHARED_SECRET).update(text).digest("hex");
  return { "X-Latchkey-Timestamp": timestamp, "X-Latchkey-Signature": \`v1=\${hex}\` };
}

const target = "${TARGET}";
const body = JSON.stringify({ key: "lk_loc_…" });
const response = await fetch("${origin}" + target, {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${LATCHKEY_API_KEY}\`,
    "Content-Type": "application/json",
    ...sign("POST", target, body),
  },
  body,
});
console.log(await response.json());
`;
