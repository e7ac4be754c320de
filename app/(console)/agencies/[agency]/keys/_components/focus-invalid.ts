/** Puts the focus where a form says that something is wrong. */
export const focusInvalid = (form: HTMLFormElement | null) =>
	form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
