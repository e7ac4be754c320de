export const FIELDS_HEADING_ID = "custom-fields-heading";
export const CREATE_FIELD_ID = "create-custom-field";

/** The menu button of a custom field's row. */
export const fieldMenuId = (fieldId: string) => `custom-field-menu-${fieldId}`;

export const fieldsHeading = () => document.getElementById(FIELDS_HEADING_ID);

/** Where the focus goes after a dialog about a field: its row, or the heading when the row is gone. */
export const fieldMenuOrHeading = (fieldId: string) =>
	document.getElementById(fieldMenuId(fieldId)) ?? fieldsHeading();
