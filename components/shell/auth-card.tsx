import type { ReactNode } from "react";
import { cn } from "#components/ui/class-names.ts";
import { Logo } from "./logo.tsx";

type AuthCardProps = { title: ReactNode; text: ReactNode; wide?: boolean; children: ReactNode };

/** The frame of the pages that nobody has to be signed in for. */
export const AuthCard = ({ title, text, wide, children }: AuthCardProps) => (
	<main className="flex flex-1 flex-col items-center px-4 pt-[12dvh] pb-16">
		<div className={cn("w-full", wide ? "max-w-lg" : "max-w-sm")}>
			<div className="flex justify-center">
				<Logo />
			</div>
			<div className="mt-6 rounded-xl border border-line bg-surface p-6 shadow-card sm:p-7">
				<h1 className="text-lg font-semibold tracking-tight wrap-anywhere">{title}</h1>
				<p className="mt-1 text-sm wrap-anywhere text-ink-muted">{text}</p>
				{children}
			</div>
		</div>
	</main>
);
