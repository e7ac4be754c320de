import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["account"]}>{children}</TextsFor>;
}
