import { envShape } from "#lib/config/env.ts";

/** The environment without what somebody has set for an installation of their own. */
export const withoutSettings = (): Record<string, string | undefined> =>
	Object.fromEntries(Object.entries(process.env).filter(([name]) => !(name in envShape)));
