import type { ReactNode } from "react";

/** The frame of a form for visitors, who have come to see whoever asks, not us. */
export const FormFrame = ({ title, children }: { title: string; children: ReactNode }) => (
	<main className="flex flex-1 flex-col items-center px-4 py-8 sm:py-16">
		<div className="w-full max-w-lg rounded-xl border border-line bg-surface p-5 shadow-card sm:p-8">
			<h1 className="text-xl font-semibold tracking-tight wrap-anywhere">
				<bdi>{title}</bdi>
			</h1>
			{children}
		</div>
	</main>
);
