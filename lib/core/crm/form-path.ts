import { readId } from "../id-text.ts";

export const formPath = (formId: string) => `/f/${formId}`;

/** The form that a path of a public form names; null for any other path. */
const FORM_PATH = /^\/f\/([0-9a-fA-F-]{36})\/?$/;
export const formIdIn = (path: string) => readId(FORM_PATH.exec(path)?.[1] ?? "");

const THANKS_PATH = /^\/f\/[0-9a-fA-F-]{36}\/thanks\/?$/;
export const isThanksPath = (path: string) => THANKS_PATH.test(path);
