import { updateName } from "#lib/data/accounts.ts";
import type { AccountContext } from "#lib/data/context.ts";
import { findPersonById } from "#lib/data/people.ts";
import { transactAs } from "#lib/data/transaction.ts";
import { recordForPerson } from "../audit/record-for-person.ts";

/** Gives the person the name that others see them by. */
export function changeName({ database, person, now, address }: AccountContext, name: string): Promise<void> {
	return transactAs(database, { personId: person.id }, async (tx) => {
		const before = await findPersonById(tx, person.id);
		if (before?.name === name) return;
		await updateName(tx, person.id, name, now);
		await recordForPerson(tx, person, {
			action: "account.edit",
			address,
			now,
			before: { name: before?.name },
			after: { name },
		});
	});
}
