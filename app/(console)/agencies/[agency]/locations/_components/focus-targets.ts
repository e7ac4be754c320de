export const LOCATIONS_HEADING_ID = "locations-heading";
export const CREATE_LOCATION_ID = "create-location";

/** The menu button of a location's row. */
export const locationMenuId = (locationId: string) => `location-menu-${locationId}`;

export const locationsHeading = () => document.getElementById(LOCATIONS_HEADING_ID);

/** Where the focus goes after a dialog about a location: its row, or the heading when the row is gone. */
export const locationRowOrHeading = (locationId: string) =>
	document.getElementById(locationMenuId(locationId)) ?? locationsHeading();
