import type { Route } from "./route.ts";
import { LOCATION_ROUTES_V1 } from "./v1/locations.ts";
import { LOCATION_ROUTES_V2 } from "./v2/locations.ts";

/** Every route behind a key but those of verification, which have a lane of their own. */
export const ROUTES: readonly Route[] = [...LOCATION_ROUTES_V1, ...LOCATION_ROUTES_V2];
