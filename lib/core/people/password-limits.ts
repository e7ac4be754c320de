export const PASSWORD_MAX = 128;

const ALONE_MIN = 15;
const WITH_SECOND_FACTOR_MIN = 8;

/** How many characters a password needs. What stands alone has to be longer. */
export const passwordMin = (hasSecondFactor: boolean) =>
	hasSecondFactor ? WITH_SECOND_FACTOR_MIN : ALONE_MIN;

/** Characters as people count them, in the form in which passwords are hashed. */
export const passwordLength = (password: string) => [...password.normalize("NFC")].length;

/** Whether a password is long enough to be asked for without a second factor. */
export const standsAlone = (password: string) => passwordLength(password) >= ALONE_MIN;
