import { KEY_LIFE_ROUTES } from "./native/key-life-routes.ts";
import { KEY_ROUTES } from "./native/key-routes.ts";
import { RECORD_ROUTES } from "./native/record-routes.ts";
import type { Route } from "./route.ts";
import { UNKEY_KEY_CHANGE_ROUTES } from "./unkey/key-change-routes.ts";
import { UNKEY_KEY_ROUTES } from "./unkey/key-routes.ts";

/** Every route behind a key but those of verification, which have a lane of their own. */
export const ROUTES: readonly Route[] = [
	...KEY_ROUTES,
	...KEY_LIFE_ROUTES,
	...RECORD_ROUTES,
	...UNKEY_KEY_ROUTES,
	...UNKEY_KEY_CHANGE_ROUTES,
];
