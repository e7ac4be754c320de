import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function LinksLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["links"]}>{children}</TextsFor>;
}
