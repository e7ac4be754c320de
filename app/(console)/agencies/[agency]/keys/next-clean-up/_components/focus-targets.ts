export const CLEAN_UP_HEADING_ID = "clean-up-heading";

/** Where the focus goes when the row that had it is kept alive. */
export const cleanUpHeading = () => document.getElementById(CLEAN_UP_HEADING_ID);
