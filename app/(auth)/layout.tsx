import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function AuthLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["auth"]}>{children}</TextsFor>;
}
