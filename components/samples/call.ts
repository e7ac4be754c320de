import type { CallExample, Program, Values } from "./example.ts";
import { javascriptText, jsonText, phpText, pythonText } from "./literals.ts";

type Described = Omit<CallExample, "kind" | "programs" | "path" | "status"> & {
	path: string | Program;
	/** 200 unless told. */
	status?: number;
	headers?: Record<string, string>;
	body?: (values: Values) => object;
	/** Sent as a form instead of as JSON. */
	form?: (values: Values) => Record<string, string>;
};

type Request = {
	method: string;
	url: string;
	headers: [string, string][];
	body: object | null;
	form: string;
	secret: string | undefined;
};

/** One HTTP call in four languages. Each program prints the body of the answer. */
export function call(described: Described): CallExample {
	const { path, status = 200, headers, body, form, ...facts } = described;
	const pathOf: Program = typeof path === "string" ? () => path : path;
	const request = (values: Values): Request => ({
		method: facts.method,
		url: values.origin + pathOf(values),
		headers: [
			...Object.entries(headers ?? {}),
			...(body ? [["Content-Type", "application/json"] as [string, string]] : []),
		],
		body: body?.(values) ?? null,
		form: form ? new URLSearchParams(form(values)).toString() : "",
		secret: values.secret,
	});
	return {
		...facts,
		kind: "call",
		path: pathOf,
		status,
		programs: {
			curl: (values) => curl(request(values)),
			javascript: (values) => javascript(request(values)),
			python: (values) => python(request(values)),
			php: (values) => php(request(values)),
		},
	};
}

function curl({ method, url, headers, body, form, secret }: Request) {
	const implied = body || form ? "POST" : "GET";
	const lines = [
		`curl ${method === implied ? "" : `-X ${method} `}"${url}"`,
		`-H "Authorization: Bearer ${secret ?? "$LATCHKEY_API_KEY"}"`,
		...headers.map(([name, value]) => `-H "${name}: ${value}"`),
		...(body ? [`-d '${jsonText(body)}'`] : []),
		...(form ? [`-d "${form}"`] : []),
	];
	return lines.join(" \\\n  ");
}

function javascript({ method, url, headers, body, form, secret }: Request) {
	const bearer = secret ? javascriptText(`Bearer ${secret}`) : `\`Bearer \${process.env.LATCHKEY_API_KEY}\``;
	const given = headers.map(([name, value]) => `    ${javascriptText(name)}: ${javascriptText(value)},\n`);
	return `const response = await fetch(${javascriptText(url)}, {
${method === "GET" ? "" : `  method: "${method}",\n`}  headers: {
    Authorization: ${bearer},
${given.join("")}  },
${body ? `  body: JSON.stringify(${javascriptText(body, 1)}),\n` : ""}${form ? `  body: new URLSearchParams("${form}"),\n` : ""}  signal: AbortSignal.timeout(10_000),
});
console.log(await response.text());`;
}

function python({ method, url, headers, body, form, secret }: Request) {
	const bearer = secret ? pythonText(`Bearer ${secret}`) : `"Bearer " + os.environ["LATCHKEY_API_KEY"]`;
	const given = headers.map(([name, value]) => `        ${pythonText(name)}: ${pythonText(value)},\n`);
	return `${body ? "import json\n" : ""}${secret ? "" : "import os\n"}import urllib.error
import urllib.request

request = urllib.request.Request(
    ${pythonText(url)},
    method="${method}",
    headers={
        "Authorization": ${bearer},
${given.join("")}    },
${body ? `    data=json.dumps(${pythonText(body, 1)}).encode(),\n` : ""}${form ? `    data=b"${form}",\n` : ""})
try:
    with urllib.request.urlopen(request, timeout=10) as response:
        print(response.read().decode())
except urllib.error.HTTPError as refusal:
    print(refusal.read().decode())`;
}

function php({ method, url, headers, body, form, secret }: Request) {
	const bearer = secret
		? phpText(`Authorization: Bearer ${secret}`)
		: `"Authorization: Bearer " . getenv("LATCHKEY_API_KEY")`;
	const all = form ? [...headers, ["Content-Type", "application/x-www-form-urlencoded"] as const] : headers;
	const given = all.map(([name, value]) => `    ${phpText(`${name}: ${value}`)},\n`);
	return `<?php
$call = curl_init(${phpText(url)});
curl_setopt($call, CURLOPT_RETURNTRANSFER, true);
curl_setopt($call, CURLOPT_TIMEOUT, 10);
curl_setopt($call, CURLOPT_CUSTOMREQUEST, "${method}");
curl_setopt($call, CURLOPT_HTTPHEADER, [
    ${bearer},
${given.join("")}]);
${body ? `curl_setopt($call, CURLOPT_POSTFIELDS, json_encode(${phpText(body)}));\n` : ""}${form ? `curl_setopt($call, CURLOPT_POSTFIELDS, "${form}");\n` : ""}echo curl_exec($call);`;
}
