import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

type Arriving = {
	method?: string;
	url?: string;
	/** As they stand on the wire, in order, repeated names included. */
	headers?: readonly (readonly [string, string])[];
	remoteAddress?: string | undefined;
};

/** A request as node:http hands it over, without a connection. Node itself joins repeated headers. */
export function incomingRequest({ method = "GET", url = "/", headers = [], remoteAddress }: Arriving) {
	const socket = new Socket();
	Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
	const request = new IncomingMessage(socket) as IncomingMessage & {
		_addHeaderLines: (lines: string[], count: number) => void;
	};
	const lines = headers.flat();
	request._addHeaderLines(lines, lines.length);
	return Object.assign(request, { method, url, rawHeaders: lines });
}
