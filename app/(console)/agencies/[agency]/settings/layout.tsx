import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function SettingsLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["settings"]}>{children}</TextsFor>;
}
