/** Where somebody goes whose own sessions have just ended with their old role. */
export const SIGN_IN_AGAIN = "/sign-in?error=changed";

/** Where somebody goes who has left: to another place of theirs, if there is one. */
export const START = "/";
