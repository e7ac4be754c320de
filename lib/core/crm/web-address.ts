import { z } from "zod";

export const WEB_ADDRESS_MAX = 2_000;

/** An address that browsers are sent to: of the web, and of nothing that runs or reads. */
export const webAddress = (name: string) =>
	z.string({ error: `${name} is required.` }).transform((text, check) => {
		const problem = problemOf(text.trim(), name);
		if (problem) check.addIssue({ code: "custom", message: problem });
		return problem ? z.NEVER : new URL(text.trim()).href;
	});

function problemOf(text: string, name: string): string | null {
	const tooLong = `${name} may have up to ${WEB_ADDRESS_MAX} characters.`;
	if (text === "") return `${name} is required.`;
	if (text.length > WEB_ADDRESS_MAX) return tooLong;
	if (!URL.canParse(text)) return `${name} must be a whole address, such as https://example.com/offer.`;
	const url = new URL(text);
	if (url.protocol !== "https:" && url.protocol !== "http:")
		return `${name} must begin with https:// or http://.`;
	if (url.username !== "" || url.password !== "") return `${name} may not hold a user name or a password.`;
	return url.href.length > WEB_ADDRESS_MAX ? tooLong : null;
}
