import type { ServiceExample } from "#components/samples/example.ts";

export const GUARDED_SERVICE: ServiceExample = {
	kind: "service",
	trial: "guard",
	as: "gateway",
	title: "A service that lets good keys in",
	programs: {
		javascript: ({ origin }) => `import { createServer } from "node:http";

const STATUS = { FORBIDDEN: 403, SUSPENDED: 403, INSUFFICIENT_PERMISSIONS: 403, RATE_LIMITED: 429, USAGE_EXCEEDED: 429 };

async function statusFor(authorization, clientIp) {
  const key = /^Bearer +(\\S+)$/i.exec(authorization ?? "")?.[1];
  if (!key) return 401;
  try {
    const response = await fetch("${origin}/api/v2/keys/verify", {
      method: "POST",
      headers: {
        Authorization: \`Bearer \${process.env.LATCHKEY_API_KEY}\`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ key, scopes: ["contacts.readonly"], clientIp }),
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) return 503;
    const { valid, code } = await response.json();
    return valid ? 200 : (STATUS[code] ?? 401);
  } catch {
    return 503; // Nobody knows: let nobody in.
  }
}

createServer(async (request, response) => {
  response.statusCode = await statusFor(request.headers.authorization, request.socket.remoteAddress);
  response.end(response.statusCode === 200 ? "Welcome" : "Not allowed");
}).listen(process.env.PORT);`,
		python: ({ origin }) => `import json
import os
import re
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STATUS = {"FORBIDDEN": 403, "SUSPENDED": 403, "INSUFFICIENT_PERMISSIONS": 403, "RATE_LIMITED": 429, "USAGE_EXCEEDED": 429}


def status_for(authorization, client_ip):
    sent = re.fullmatch(r"Bearer +(\\S+)", authorization or "", re.IGNORECASE)
    if not sent:
        return 401
    request = urllib.request.Request(
        "${origin}/api/v2/keys/verify",
        headers={
            "Authorization": "Bearer " + os.environ["LATCHKEY_API_KEY"],
            "Content-Type": "application/json",
        },
        data=json.dumps({"key": sent[1], "scopes": ["contacts.readonly"], "clientIp": client_ip}).encode(),
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            verdict = json.load(response)
    except (urllib.error.URLError, TimeoutError):
        return 503  # Nobody knows: let nobody in.
    return 200 if verdict["valid"] else STATUS.get(verdict["code"], 401)


class Service(BaseHTTPRequestHandler):
    def do_GET(self):
        status = status_for(self.headers["Authorization"], self.client_address[0])
        self.send_response(status)
        self.end_headers()
        self.wfile.write(b"Welcome" if status == 200 else b"Not allowed")


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Service).serve_forever()`,
	},
};

export const GUARDED_EXPRESS: ServiceExample = {
	kind: "service",
	trial: "guard",
	as: "gateway",
	title: "The same with our client and Express",
	programs: {
		javascript: ({ origin }) => `import express from "express";
import { latchkey } from "latchkey-client";
import { requireKey } from "latchkey-client/express";

const client = latchkey({ baseUrl: "${origin}", apiKey: process.env.LATCHKEY_API_KEY });
const app = express();

app.get("/", requireKey(client, { scopes: ["contacts.readonly"] }), (request, response) => {
  response.send(\`Welcome, \${response.locals.latchkey.title}\`);
});

app.listen(process.env.PORT);`,
	},
};

export const WEBHOOK_RECEIVER: ServiceExample = {
	kind: "service",
	trial: "webhook",
	as: "agency",
	title: "A service that takes webhooks",
	programs: {
		javascript: () => `import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.LATCHKEY_SHARED_SECRET);

createServer(async (request, response) => {
  const body = await buffer(request);
  try {
    const event = webhook.verify(body, request.headers);
    console.log(event.type, event.data.keyId);
    response.statusCode = 204;
  } catch {
    response.statusCode = 400; // Not from Latchkey, or changed on its way.
  }
  response.end();
}).listen(process.env.PORT);`,
		python: () => `import base64
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

SECRET = base64.b64decode(os.environ["LATCHKEY_SHARED_SECRET"].removeprefix("whsec_"))


def is_genuine(headers, body):
    sent_at = headers.get("webhook-timestamp", "")
    if not sent_at.isdecimal() or abs(time.time() - int(sent_at)) > 300:
        return False
    signed = f"{headers.get('webhook-id')}.{sent_at}.".encode() + body
    digest = hmac.new(SECRET, signed, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    sent = headers.get("webhook-signature", "").encode().split()
    return any(hmac.compare_digest(expected, one) for one in sent)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        genuine = is_genuine(self.headers, body)
        if genuine:
            event = json.loads(body)
            print(event["type"], event["data"].get("keyId"))
        self.send_response(204 if genuine else 400)
        self.end_headers()


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Receiver).serve_forever()`,
	},
};
