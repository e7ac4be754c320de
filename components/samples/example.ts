export const LANGUAGES = { curl: "curl", javascript: "JavaScript", python: "Python", php: "PHP" } as const;
export type Language = keyof typeof LANGUAGES;

/** Holds the language that a reader chose. */
export const LANGUAGE_COOKIE = "latchkey-docs-language";

/** What stands in an example for the reader's own: ids where they are known, otherwise names that say what goes there. */
export type Values = {
	origin: string;
	agencyId: string;
	locationId: string;
	contactId: string;
	workflowId: string;
	linkId: string;
	formId: string;
	keyId: string;
	/** The key that a program of somebody else sent along. */
	presentedKey: string;
	/** What the program calls with, where it is on the screen anyhow; otherwise `LATCHKEY_API_KEY` holds it. */
	secret?: string;
};

export const PLACEHOLDERS: Omit<Values, "origin"> = {
	agencyId: "AGENCY_ID",
	locationId: "LOCATION_ID",
	contactId: "CONTACT_ID",
	workflowId: "WORKFLOW_ID",
	linkId: "LINK_ID",
	formId: "FORM_ID",
	keyId: "KEY_ID",
	presentedKey: "THE_KEY_THAT_WAS_SENT",
};

export type Program = (values: Values) => string;

type Any = {
	/** What it does, as its title. */
	title: string;
	programs: Partial<Record<Language, Program>>;
	/** Whose key `LATCHKEY_API_KEY` is. */
	as: "agency" | "location" | "gateway";
};

/** Programs that call once and print the answer. */
export type CallExample = Any & {
	kind: "call";
	method: string;
	path: Program;
	/** What it is answered with. */
	status: number;
	/** Members that the answer's body has, with values as they may look; as text, lines of its head. */
	answer: object | string;
	/** Where the answer holds what later examples go on with. */
	gives?: Partial<Record<keyof Values, string>>;
};

/** Programs that are services of their own, listening on `PORT`. */
export type ServiceExample = Any & {
	kind: "service";
	/** Which trial the test puts them through. */
	trial: "webhook" | "guard";
};

export type Example = CallExample | ServiceExample;
