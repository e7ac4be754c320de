import createRouter from "find-my-way";
import type { ApiRequest, Endpoint, Surroundings } from "#lib/hot-lane/endpoint.ts";
import { answerRoute } from "./answer-route.ts";
import { METHODS, type Method, type Route } from "./route.ts";
import { ROUTES } from "./routes.ts";

const PARAM_MAX = 200;

const router = createRouter({ maxParamLength: PARAM_MAX });
const unused = () => {};
for (const route of ROUTES) {
	router.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ":$1"), unused, route);
}

function findRoute(method: Method, path: string) {
	const found = router.find(method, path);
	return found && { route: found.store as Route, params: found.params as Record<string, string> };
}

/** The routes at a path without query and trailing slashes, as the one address that they are; HEAD is answered as GET. */
export function routesAt(path: string): Endpoint | undefined {
	const there = METHODS.filter((method) => findRoute(method, path));
	if (there.length === 0) return;
	return {
		path,
		methods: there.includes("GET") ? [...there, "HEAD"] : there,
		takesBody: there.some((method) => findRoute(method, path)?.route.body),
		handle: (request, surroundings) => handle(path, request, surroundings),
	};
}

async function handle(path: string, request: ApiRequest, surroundings: Surroundings) {
	const found = findRoute(request.method === "HEAD" ? "GET" : (request.method as Method), path);
	if (!found) throw new Error(`${request.method} ${path} is no route`);
	return answerRoute(found.route, found.params, request, surroundings);
}
