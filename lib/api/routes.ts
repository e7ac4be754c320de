import type { Route } from "./route.ts";

/** Every route behind a key but those of verification, which have a lane of their own. */
export const ROUTES: readonly Route[] = [];
