import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

type MessagePageProps = { code?: string; title: string; text: ReactNode; children?: ReactNode };

/** A whole page that says one thing and offers a way on. */
export const MessagePage = ({ code, title, text, children }: MessagePageProps) => (
	<main className="flex flex-1 flex-col items-center justify-center px-6 py-16 text-center">
		<Logo />
		{code && <p className="mt-8 font-mono text-sm text-ink-muted">{code}</p>}
		<h1 className="mt-2 text-xl font-semibold tracking-tight">{title}</h1>
		<p className="mt-2 max-w-md text-sm text-balance text-ink-muted">{text}</p>
		{children && <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>}
	</main>
);
