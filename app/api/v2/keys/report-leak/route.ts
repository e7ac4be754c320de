export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "#lib/hot-lane/web-route.ts";
