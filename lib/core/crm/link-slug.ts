import { randomInt } from "node:crypto";

/** No vowels, so that no words come of it, and nothing that is read for something else. */
const LETTERS = "bcdfghjkmnpqrstvwxz23456789";
const SLUG_LENGTH = 10;

/** The part of a trigger link's address that tells it from others. Nobody chooses it, so nobody learns which there are. */
export const newLinkSlug = () =>
	Array.from({ length: SLUG_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
