import { env } from "#lib/config/env.ts";
import { noticeBlanks } from "#lib/core/notification-text.ts";
import type { Notice } from "#lib/core/notifications.ts";
import { englishOf } from "#lib/core/texts/english.ts";
import { DEFAULT_LANGUAGE } from "#lib/core/texts/languages.ts";
import { type Handover, handOver } from "./send.ts";

const LISTED_MAX = 50;

type Told = { notice: Notice; path: string; agencyName: string; locationName: string | null };

/** One mail with all that is new to a person. The texts are those of the page, in English. */
export function mailNews(
	{ name, email }: { name: string; email: string },
	told: readonly Told[],
): Promise<Handover> {
	const origin = env().APP_ORIGIN;
	const choice = `${origin}/account#notifications`;
	const left = told.length - LISTED_MAX;
	const paragraphs = [
		`Hello ${name},`,
		...told.slice(0, LISTED_MAX).map((one) => paragraphOf(one, origin)),
		...(left > 0 ? [`And ${left.toLocaleString("en")} more: ${origin}/notifications`] : []),
		`You get this mail because you chose so at ${choice}, where you can switch it off.`,
	];
	// So that out-of-office answers stay away, and mail programs show the way out.
	const headers = { "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${choice}>` };
	return handOver({ to: email, subject: subjectOf(told), text: paragraphs.join("\n\n"), headers });
}

function paragraphOf({ notice, path, agencyName, locationName }: Told, origin: string) {
	const t = englishOf("notifications");
	const blanks = noticeBlanks(notice, DEFAULT_LANGUAGE);
	return [
		t.markup(`told.${notice.kind}.sentence`, { ...blanks, bdi: (name) => name }),
		locationName === null ? agencyName : `${agencyName}, ${locationName}`,
		`${origin}${path}`,
	].join("\n");
}

const subjectOf = (told: readonly Told[]) => {
	const [only, ...others] = told;
	return only && others.length === 0
		? englishOf("notifications")(
				`told.${only.notice.kind}.subject`,
				noticeBlanks(only.notice, DEFAULT_LANGUAGE),
			)
		: `${told.length.toLocaleString("en")} new notifications`;
};
