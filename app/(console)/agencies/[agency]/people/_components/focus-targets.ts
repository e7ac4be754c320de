export const PEOPLE_HEADING_ID = "people-heading";
export const INVITE_BUTTON_ID = "invite-people";

export const personMenuId = (personId: string) => `person-menu-${personId}`;
export const invitationMenuId = (invitationId: string) => `invitation-menu-${invitationId}`;

const heading = () => document.getElementById(PEOPLE_HEADING_ID);

/** The menu button of a row, or the heading when the row is gone. */
export const elementOrHeading = (id: string) => document.getElementById(id) ?? heading();
