import type { Sentences } from "../sentence-in.ts";
import { account } from "./sentences/account.ts";
import { contacts } from "./sentences/contacts.ts";
import { fields } from "./sentences/fields.ts";
import { general } from "./sentences/general.ts";
import { keys } from "./sentences/keys.ts";
import { names } from "./sentences/names.ts";
import { people } from "./sentences/people.ts";
import { sending } from "./sentences/sending.ts";
import { stepUp } from "./sentences/step-up.ts";
import { workflows } from "./sentences/workflows.ts";

/** What is said in English by those who do not know who reads it: refusals, what is wrong with a field, what is stored. */
export const sentences: Sentences = {
	...names,
	...fields,
	...general,
	...account,
	...stepUp,
	...keys,
	...people,
	...contacts,
	...workflows,
	...sending,
};
