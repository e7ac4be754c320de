export const FINDING_HEADING_ID = "finding-heading";

/** Where the focus goes when the rows that had it are put right. */
export const findingHeading = () => document.getElementById(FINDING_HEADING_ID);

export const REVIEW_BUTTON_ID = "review-button";

/** Where the focus goes when a review is dropped; one that grew too long had no such button. */
export const reviewButtonOrHeading = () =>
	document.getElementById(REVIEW_BUTTON_ID) ?? document.querySelector<HTMLElement>("h1");
