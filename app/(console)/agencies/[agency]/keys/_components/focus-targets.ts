export const KEYS_HEADING_ID = "keys-heading";
export const CREATE_BUTTON_ID = "create-key";

/** The heading above the table: where the focus goes when what had it went away. */
export const keysHeading = () => document.getElementById(KEYS_HEADING_ID);

/** The menu button of a key: where the focus returns to after a dialog about it. */
export const keyMenuId = (keyId: string) => `key-menu-${keyId}`;

/** The menu button of a key's row, or the heading when the row is not on this page any more. */
export const rowOrHeading = (keyId: string) => document.getElementById(keyMenuId(keyId)) ?? keysHeading();
