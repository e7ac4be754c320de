import { z } from "zod";

const PHONE_ERROR = "Enter a phone number with its country code, such as +49 30 1234567.";
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
const NATIONAL = /^\d{3,15}$/;

/**
 * A phone number without what people put between its digits: a plus, the country code and digits, as it is stored and
 * compared, or digits alone as they are dialled within a country. What that makes of them `withCountryCode` tells.
 */
export const DialledPhone = z
	.string({ error: PHONE_ERROR })
	.max(40, { error: PHONE_ERROR })
	.transform((text) => text.replace(/[\s().\-/]/gu, "").replace(/^00/, "+"))
	.refine((text) => INTERNATIONAL.test(text) || NATIONAL.test(text), { error: PHONE_ERROR });
