import { log } from "#lib/config/log.ts";
import { surroundings } from "#lib/hot-lane/surroundings.ts";
import { answerWebRequest } from "#lib/hot-lane/web-entrance.ts";

/** Every method of an API address, answered by the endpoint that the server's own lane uses. */
const answerRoute = (request: Request) =>
	answerWebRequest(request, surroundings(), (error) => log().error({ err: error }, "request failed"));

export {
	answerRoute as DELETE,
	answerRoute as GET,
	answerRoute as HEAD,
	answerRoute as OPTIONS,
	answerRoute as PATCH,
	answerRoute as POST,
	answerRoute as PUT,
};
