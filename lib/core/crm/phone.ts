import { z } from "zod";

const PHONE_ERROR = "Enter a phone number with its country code, such as +49 30 1234567.";
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
const NATIONAL = /^\d{3,15}$/;

/** The digits of a number without what people put between them, and with a plus for the zeros that stand for one. */
const withoutGaps = z
	.string({ error: PHONE_ERROR })
	.max(40, { error: PHONE_ERROR })
	.transform((text) => text.replace(/[\s().\-/]/gu, "").replace(/^00/, "+"));

/** A phone number as it is stored and compared: a plus, the country code and digits alone. */
export const Phone = withoutGaps.refine((text) => INTERNATIONAL.test(text), { error: PHONE_ERROR });

/** {@link Phone}, or digits alone as they are dialled within a country: what that makes of them is told by `withCountryCode`. */
export const DialledPhone = withoutGaps.refine((text) => INTERNATIONAL.test(text) || NATIONAL.test(text), {
	error: PHONE_ERROR,
});
