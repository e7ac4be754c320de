import { database } from "#lib/data/client.ts";
import { describeOldSecretUse } from "#lib/services/master-secret/describe-use.ts";
import { rewrapEverything } from "#lib/services/master-secret/rewrap.ts";

const PROGRESS_EVERY = 50;

/** The part of `npm run secrets:rewrap` that works on rows, under the environment that the product's processes have. */
const { wrapped, unreadable } = await rewrapEverything(database(), (done) => {
	if (done % PROGRESS_EVERY === 0) console.log(`${done} wrapped so far`);
});
console.log(wrapped === 0 ? "Nothing was left to wrap." : `${wrapped} wrapped under the newest secret.`);
for (const name of unreadable) console.log(`Cannot be read with any of the secrets: ${name}`);

const { keys, passwords } = await describeOldSecretUse(database(), new Date());
console.log(`
What still hangs on the older secrets, since only the text itself could be hashed anew:
  API keys: ${keys}, to be made anew one system at a time
  passwords: ${passwords}, to be chosen anew
Once you take the older secrets out of LATCHKEY_SECRET these are worth nothing, and sessions that began before the
change end. Until then leave them in.`);
await database().close();
process.exit(unreadable.length === 0 ? 0 : 1);
