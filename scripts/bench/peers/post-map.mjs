import { hash } from "node:crypto";
import { REFUSED, send, serve, withBody } from "./http.mjs";
import { answersByDigest } from "./keys.mjs";

const answers = answersByDigest();

serve((request, response) =>
	withBody(request, (text) => {
		const { key } = JSON.parse(text);
		send(response, 200, answers.get(hash("sha256", key, "base64")) ?? REFUSED);
	}),
);
