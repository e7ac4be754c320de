import type { LinksPlace } from "../actions.ts";

export const linksHref = ({ agency, location }: LinksPlace) =>
	`/agencies/${agency}/locations/${location}/links`;

export const LINKS_HEADING_ID = "links-heading";
export const CREATE_LINK_ID = "create-link";

/** The menu button of a link: in its row, or on its page. */
export const linkMenuId = (linkId: string) => `link-menu-${linkId}`;

export const linksHeading = () => document.getElementById(LINKS_HEADING_ID);

/** Where the focus goes after a dialog about a link: what opened it, or the heading when that is gone. */
export const linkMenuOrHeading = (linkId: string) =>
	document.getElementById(linkMenuId(linkId)) ?? linksHeading();
