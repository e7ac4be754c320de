import { DEFAULT_MAIL_CHOICE, type MailChoice } from "#lib/core/mail-choice.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { findMailChoice, saveMailChoice } from "#lib/data/notification-settings.ts";
import { transactAs } from "#lib/data/transaction.ts";

/** How the person is told beside the app. */
export const readMailChoice = ({
	database,
	person,
}: Pick<AccountContext, "database" | "person">): Promise<MailChoice> =>
	transactAs(
		database,
		{ personId: person.id },
		async (tx) => (await findMailChoice(tx, person.id)) ?? DEFAULT_MAIL_CHOICE,
	);

export const chooseMail = ({ database, person, now }: AccountContext, mail: MailChoice): Promise<void> =>
	transactAs(database, { personId: person.id }, async (tx) => {
		await saveMailChoice(tx, person.id, mail, now);
	});
