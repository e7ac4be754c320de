import type { Route } from "./route.ts";
import { LOCATION_ROUTES_V1 } from "./v1/locations.ts";
import { USER_ROUTES_V1 } from "./v1/users.ts";
import { LOCATION_ROUTES_V2 } from "./v2/locations.ts";
import { USER_ROUTES_V2 } from "./v2/users.ts";

/** Every route behind a key but those of verification, which have a lane of their own. */
export const ROUTES: readonly Route[] = [
	...LOCATION_ROUTES_V1,
	...USER_ROUTES_V1,
	...LOCATION_ROUTES_V2,
	...USER_ROUTES_V2,
];
