import type { ContactPlace } from "../actions.ts";

export const contactsHref = ({ agency, location }: ContactPlace) =>
	`/agencies/${agency}/locations/${location}/contacts`;
