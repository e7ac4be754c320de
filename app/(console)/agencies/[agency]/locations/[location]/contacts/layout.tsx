import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function ContactsLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["contacts", "contactFields"]}>{children}</TextsFor>;
}
