import type { ReactNode } from "react";
import { TextsFor } from "#components/texts/texts-for.tsx";

export default function ReportLeakLayout({ children }: { children: ReactNode }) {
	return <TextsFor areas={["leakReport"]}>{children}</TextsFor>;
}
