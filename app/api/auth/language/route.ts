import { LANGUAGE_COOKIE, LANGUAGES_OFFERED } from "#components/texts/languages-offered.ts";
import { sayIn } from "#components/texts/say-in.ts";
import { keepLanguage } from "#lib/auth/keep-language.ts";
import { env, isPlainHttp } from "#lib/config/env.ts";
import { AppError } from "#lib/core/errors.ts";
import { localPath, seeOther } from "#lib/http/local-redirect.ts";

const YEAR_SECONDS = 31_536_000;

/**
 * Keeps the language that somebody chose in their browser, signed in or not, and shows the page again. With those who
 * are signed in it is kept for their mails as well.
 */
export async function POST(request: Request) {
	const form = new URLSearchParams(await request.text());
	const language = LANGUAGES_OFFERED.find((one) => one === form.get("language"));
	if (!language) return refuse(`language: choose one of ${LANGUAGES_OFFERED.join(", ")}.`);
	const back = form.get("back");
	const path = localPath(back);
	if (path === "/" && back !== "/") return refuse("back: give the path of a page of this site.");
	try {
		await keepLanguage(request.headers.get("cookie") ?? undefined, language);
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		const say = await sayIn(language);
		return new Response(say(error.detail), {
			status: 503,
			headers: { "Retry-After": "1", "Cache-Control": "no-store", "Set-Cookie": cookieOf(language) },
		});
	}
	return seeOther(path, { "Set-Cookie": cookieOf(language) });
}

/** No form of ours is refused: this is for those who wrote their own. */
const refuse = (why: string) => new Response(why, { status: 400, headers: { "Cache-Control": "no-store" } });

function cookieOf(language: string) {
	const secure = isPlainHttp(env().APP_ORIGIN) ? "" : "; Secure";
	return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}
