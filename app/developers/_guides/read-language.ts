import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { LANGUAGE_COOKIE, LANGUAGES, type Language } from "#components/samples/example.ts";

const Chosen = z.enum(Object.keys(LANGUAGES) as Language[]).catch("curl");

/** The language that whoever looks chose for examples. */
export const readLanguage = async () => Chosen.parse((await cookies()).get(LANGUAGE_COOKIE)?.value);
