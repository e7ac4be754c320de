import { readVersion } from "#lib/contracts/v2/version.ts";
import { AppError } from "#lib/core/errors.ts";
import type { ApiRequest } from "#lib/hot-lane/endpoint.ts";

/** Refuses a client of version v3, in which a route is no more. */
export function refuseInV3(request: ApiRequest, instead: string) {
	if (readVersion(request.header("version")) !== "v3") return;
	throw new AppError("not_found", `This route is not in version v3. ${instead}`);
}
