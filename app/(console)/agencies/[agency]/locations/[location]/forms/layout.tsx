import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function FormsLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["forms", "contactFields"]}>{children}</TextsFor>;
}
