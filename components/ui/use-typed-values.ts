import { type FocusEvent, useRef } from "react";

type TextField = HTMLInputElement | HTMLTextAreaElement;

const NO_TEXT = ["checkbox", "radio", "button", "submit", "file"];

/** Knows whether somebody typed something into a part of the page that is still there, and differs from before. */
export function useTypedValues() {
	const before = useRef(new Map<TextField, string>());
	return {
		/** For the element around the fields. What is shown elsewhere, such as a list that pops up, is not its own. */
		onFocus({ target, currentTarget }: FocusEvent<HTMLElement>) {
			if (!isTextField(target) || !currentTarget.contains(target) || before.current.has(target)) return;
			before.current.set(target, target.value);
		},
		isTyped: () => [...before.current].some(([field, value]) => field.isConnected && field.value !== value),
		forget: () => before.current.clear(),
	};
}

const isTextField = (element: Element): element is TextField =>
	element instanceof HTMLTextAreaElement ||
	(element instanceof HTMLInputElement && !NO_TEXT.includes(element.type));
