import { createServer, type Server } from "node:http";
import { env } from "#lib/config/env.ts";
import { checkRequest } from "#lib/gate/check-request.ts";
import { endpointPath } from "#lib/hot-lane/answer.ts";
import { rules } from "./receive.ts";

/**
 * Next answers upgrades on the server it is given, and this is that server: it never listens, and hears of upgrades
 * on `server` that may pass. Only development has any, for hot reload.
 */
export function developmentUpgrades(server: Server): Server {
	const development = env().NODE_ENV === "development";
	const upgrades = createServer();
	server.on("upgrade", (request, socket, head) => {
		const refusal = checkRequest(request, endpointPath(request.url ?? "/"), rules);
		const isOurs = request.headers.origin === `http://${request.headers.host}`;
		if (development && !refusal && isOurs) upgrades.emit("upgrade", request, socket, head);
		else socket.destroy();
	});
	return upgrades;
}
