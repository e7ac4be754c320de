import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function LocationAuditLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["audit"]}>{children}</TextsFor>;
}
