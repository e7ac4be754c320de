import type { Language } from "#lib/core/texts/languages.ts";
import { updateLanguage } from "#lib/data/accounts.ts";
import type { Database } from "#lib/data/client.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** From now on mails to the person are written in this language. */
export const chooseLanguage = async (
	database: Database,
	person: { id: string },
	language: Language,
	now: Date,
): Promise<void> => {
	await transactAs(database, { personId: person.id }, (tx) => updateLanguage(tx, person.id, language, now));
};
