export const CONTACTS_HEADING_ID = "contacts-heading";
export const CREATE_CONTACT_ID = "create-contact";

/** The menu button of a contact: in its row, or on its page. */
export const contactMenuId = (contactId: string) => `contact-menu-${contactId}`;

export const contactsHeading = () => document.getElementById(CONTACTS_HEADING_ID);

/** Where the focus goes after a dialog about a contact: what opened it, or the heading when that is gone. */
export const contactMenuOrHeading = (contactId: string) =>
	document.getElementById(contactMenuId(contactId)) ?? contactsHeading();
