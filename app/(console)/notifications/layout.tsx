import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function NotificationsLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["notifications"]}>{children}</TextsFor>;
}
