import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function LocationPeopleLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["people"]}>{children}</TextsFor>;
}
