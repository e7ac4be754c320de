import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function SharedSecretLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["sharedSecret"]}>{children}</TextsFor>;
}
