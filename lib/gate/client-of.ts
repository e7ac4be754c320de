import type { IncomingMessage } from "node:http";

const CHARACTERS_MAX = 300;

/** What the sender's program calls itself, as much of it as is kept. */
export const clientOf = ({ headers }: IncomingMessage) =>
	(headers["user-agent"] ?? "").slice(0, CHARACTERS_MAX);
