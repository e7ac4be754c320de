import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function VisitorFormLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["visitorForm"]}>{children}</TextsFor>;
}
