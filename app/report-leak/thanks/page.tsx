import type { Metadata } from "next";
import Link from "next/link";
import { AuthCard } from "#components/shell/auth-card.tsx";

export const metadata: Metadata = { title: "Thank you" };

export default function ThanksPage() {
	return (
		<AuthCard
			title="Thank you"
			text="If a key of this installation is in what you sent, it stops working within moments, and the people who manage it are told."
		>
			<p className="mt-3 text-sm text-ink-muted">
				We cannot tell you which it was. If you can, also take it down from where you found it.
			</p>
			<p className="mt-5 text-center text-sm">
				<Link href="/report-leak" className="text-accent-ink underline-offset-2 hover:underline">
					Report another
				</Link>
			</p>
		</AuthCard>
	);
}
