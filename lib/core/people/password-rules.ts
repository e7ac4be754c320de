type PasswordOwner = { email: string; name: string; hasSecondFactor: boolean };

const CHARACTERS_MIN = 15;

/** What keeps a new password from being accepted, in sentences for the person who chose it. */
export function passwordProblems(password: string, _owner: PasswordOwner): string[] {
	const characters = [...password.normalize("NFC")].length;
	return characters < CHARACTERS_MIN ? [`Use at least ${CHARACTERS_MIN} characters.`] : [];
}
