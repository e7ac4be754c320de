export const OVERVIEW_HEADING_ID = "overview-heading";
