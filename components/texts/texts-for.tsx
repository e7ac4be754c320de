import type { ReactNode } from "react";
import type { Area } from "#lib/core/texts/texts.ts";
import { MoreTexts } from "./client-texts.tsx";
import { messagesOf } from "./texts-of.ts";

/** Gives the client components inside the texts of these areas, beside those that every screen has. */
export async function TextsFor({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
	return <MoreTexts messages={await messagesOf(areas)}>{children}</MoreTexts>;
}
