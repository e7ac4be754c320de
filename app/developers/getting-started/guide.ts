import { WHO_AM_I } from "#components/samples/key-calls.ts";
import { V2_CREATE_CONTACT, V2_LIST_CONTACTS } from "../_examples/api-2.ts";
import { example, type Guide, list, note, steps } from "../_guides/guide.ts";

export const GETTING_STARTED: Guide = {
	slug: "getting-started",
	title: "Getting started",
	summary: "From nothing to a first contact made by your program, in five minutes.",
	sections: [
		{
			heading: "Make a key",
			blocks: [
				steps(
					"Sign in, and choose the location that your program works for at the top left, beside the logo. If there is none yet, an owner or admin makes one in the Agency View under **Locations**.",
					"Under **API keys**, press **Create API key**. Give it the name of the program that will use it as its title.",
					"Choose the role **ADMIN** and tick **Write** beside **Contacts**. Tick nothing that the program does not need: scopes can be changed later, and the key stays the same.",
					"Press **Create API key**, and copy the key. It is shown this once.",
				),
				note(
					"You need the right to manage keys: owners and admins of the agency and managers of the location have it. A location key works for one location; an agency key for all of them, or for those that you choose.",
				),
			],
		},
		{
			heading: "Put it where your program finds it",
			blocks: [
				"The examples read the key from the environment variable `LATCHKEY_API_KEY`. In a shell: `export LATCHKEY_API_KEY=lk_loc_…`, with your key. Keep it out of code, of addresses and of anything that a browser loads.",
				"`LOCATION_ID` in the examples is the location's id. The next call tells it, as `locationIds`; on these pages it stands in its place once you are signed in.",
			],
		},
		{
			heading: "Ask what the key is",
			blocks: [
				"The shortest call there is. It takes no credits and changes nothing, so it is also the first thing to try when something does not work.",
				example(WHO_AM_I),
				"`valid` is true, and the rest says what the key may do. Anything else comes as an error whose `code` says what is wrong: [each is explained](/developers/errors).",
			],
		},
		{
			heading: "Make a contact",
			blocks: [
				example(V2_CREATE_CONTACT),
				"The contact is now in the location: open **Contacts** there to see it. Send the same call again and it is refused with `409`, since the e-mail address is taken. To change a contact that is there, see [API 2.0](/developers/api-2#contacts).",
				example(V2_LIST_CONTACTS),
			],
		},
		{
			heading: "Where to go from here",
			blocks: [
				list(
					"[API 2.0](/developers/api-2) for everything that programs do with contacts, links, forms and workflows.",
					"[API 1.0](/developers/api-1) if your program was written for it.",
					"[Verifying keys](/developers/verifying-keys) if others send keys to you.",
					"[Best practices](/developers/best-practices) before it goes live.",
				),
			],
		},
	],
};
