import { z } from "zod";

const PHONE_ERROR = "Enter a phone number with its country code, such as +49 30 1234567.";
const E164 = /^\+[1-9]\d{6,14}$/;

/** A phone number as it is stored and compared: a plus, the country code and digits alone. */
export const Phone = z
	.string({ error: PHONE_ERROR })
	.max(40, { error: PHONE_ERROR })
	.transform((text) => text.replace(/[\s().\-/]/gu, "").replace(/^00/, "+"))
	.refine((text) => E164.test(text), { error: PHONE_ERROR });
