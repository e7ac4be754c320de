import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function PeopleLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["people"]}>{children}</TextsFor>;
}
