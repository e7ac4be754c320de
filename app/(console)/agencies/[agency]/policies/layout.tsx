import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function PoliciesLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["policies", "scopes"]}>{children}</TextsFor>;
}
