import type { Metadata } from "next";
import Link from "next/link";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { textsOf } from "#components/texts/texts-of.ts";

export async function generateMetadata(): Promise<Metadata> {
	const t = await textsOf("leakReport");
	return { title: t("thanks.title") };
}

export default async function ThanksPage() {
	const t = await textsOf("leakReport");
	return (
		<AuthCard title={t("thanks.title")} text={t("thanks.text")}>
			<p className="mt-3 text-sm text-ink-muted">{t("thanks.takeDown")}</p>
			<p className="mt-5 text-center text-sm">
				<Link href="/report-leak" className="text-accent-ink underline-offset-2 hover:underline">
					{t("thanks.another")}
				</Link>
			</p>
		</AuthCard>
	);
}
