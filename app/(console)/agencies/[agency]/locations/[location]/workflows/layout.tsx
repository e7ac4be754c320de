import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function WorkflowsLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["workflows", "contactFields"]}>{children}</TextsFor>;
}
