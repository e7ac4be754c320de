import { database } from "#lib/data/client.ts";
import { endSession as end } from "#lib/services/sessions/end.ts";

/** Ends the session that a cookie named, so that a copy of the cookie is worth nothing from here on. */
export const endSession = (sid: string, address: string) => end(database(), sid, address, new Date());
