import type { FormsPlace } from "../actions.ts";

export const formsHref = ({ agency, location }: FormsPlace) =>
	`/agencies/${agency}/locations/${location}/forms`;

export const FORMS_HEADING_ID = "forms-heading";

/** The menu button of a form: in its row, or on its page. */
export const formMenuId = (formId: string) => `form-menu-${formId}`;

export const formsHeading = () => document.getElementById(FORMS_HEADING_ID);
