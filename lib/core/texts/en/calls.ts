/** Calls of the server that came to nothing. Plain sentences: they are told where no component is at hand. */
export const calls = {
	offline:
		"You are offline, so nothing was sent. What you entered stays here: try again when you are back online.",
	outdated:
		"Latchkey was updated after this page was loaded, so nothing was changed. Copy what you want to keep, and reload the page.",
	noAnswer:
		"The server did not answer. Check your connection, see whether the change was made, and try again.",
	strangeAnswer:
		"The server turned the request away. Your session may have ended: reload the page, sign in and try again.",
} as const;
