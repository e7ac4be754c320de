import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function AuditLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["audit"]}>{children}</TextsFor>;
}
