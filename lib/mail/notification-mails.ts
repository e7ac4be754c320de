import { env } from "#lib/config/env.ts";
import { noticeBlanks } from "#lib/core/notification-text.ts";
import type { Notice } from "#lib/core/notifications.ts";
import type { Language } from "#lib/core/texts/languages.ts";
import { textsIn } from "#lib/core/texts/texts-in.ts";
import { languageFor, type Reader, wordsFor } from "./reader.ts";
import { type Handover, handOver } from "./send.ts";

const LISTED_MAX = 50;

type Told = { notice: Notice; path: string; agencyName: string; locationName: string | null };

/** One mail with all that is new to a person. The texts are those of the page. */
export function mailNews(reader: Reader, told: readonly Told[]): Promise<Handover> {
	const t = wordsFor(reader);
	const language = languageFor(reader);
	const origin = env().APP_ORIGIN;
	const choice = `${origin}/account#notifications`;
	const left = told.length - LISTED_MAX;
	const paragraphs = [
		t("hello", { name: reader.name }),
		...told.slice(0, LISTED_MAX).map((one) => paragraphOf(one, origin, language)),
		...(left > 0 ? [t("news.more", { count: left, address: `${origin}/notifications` })] : []),
		t("news.why", { address: choice }),
	];
	const [only, ...others] = told;
	const subject =
		only && others.length === 0
			? subjectOf(only.notice, language)
			: t("news.subject", { count: told.length });
	// So that out-of-office answers stay away, and mail programs show the way out.
	const headers = { "Auto-Submitted": "auto-generated", "List-Unsubscribe": `<${choice}>` };
	return handOver({ to: reader.email, subject, text: paragraphs.join("\n\n"), headers });
}

function paragraphOf({ notice, path, agencyName, locationName }: Told, origin: string, language: Language) {
	const t = textsIn(language, "notifications");
	const blanks = noticeBlanks(notice, language);
	return [
		t.markup(`told.${notice.kind}.sentence`, { ...blanks, bdi: (name) => name }),
		locationName === null ? agencyName : `${agencyName}, ${locationName}`,
		`${origin}${path}`,
	].join("\n");
}

const subjectOf = (notice: Notice, language: Language) =>
	textsIn(language, "notifications")(`told.${notice.kind}.subject`, noticeBlanks(notice, language));
