export const TRASH_HEADING_ID = "trash-heading";

/** Where the focus goes when the row that had it was restored. */
export const trashHeading = () => document.getElementById(TRASH_HEADING_ID);
