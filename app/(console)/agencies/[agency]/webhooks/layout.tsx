import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function WebhooksLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["webhooks"]}>{children}</TextsFor>;
}
