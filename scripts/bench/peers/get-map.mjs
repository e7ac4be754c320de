import { hash } from "node:crypto";
import { REFUSED, send, serve } from "./http.mjs";
import { answersByDigest } from "./keys.mjs";

const answers = answersByDigest();

serve((request, response) => {
	const key = request.headers.authorization?.slice("Bearer ".length) ?? "";
	const answer = answers.get(hash("sha256", key, "base64"));
	send(response, answer ? 200 : 401, answer ?? REFUSED);
});
