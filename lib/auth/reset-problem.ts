import { env, isPlainHttp } from "#lib/config/env.ts";

export const RESET_PROBLEM_COOKIE = "latchkey.reset-problem";

const KEPT_SECONDS = 60;

/** Carries to the form why a password was not taken. An address that says so could be made up by anybody. */
export function resetProblemCookie(problem: string) {
	const age = problem === "" ? 0 : KEPT_SECONDS;
	const secure = isPlainHttp(env().APP_ORIGIN) ? "" : "; Secure";
	return `${RESET_PROBLEM_COOKIE}=${encodeURIComponent(problem)}; Path=/reset-password; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
