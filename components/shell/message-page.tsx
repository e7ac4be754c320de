import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

type MessageProps = { code?: string; title: string; text: ReactNode; children?: ReactNode };

/** Says one thing and offers a way on. */
export const Message = ({ code, title, text, children }: MessageProps) => (
	<div className="flex flex-col items-center px-6 py-10 text-center">
		{code && <p className="font-mono text-sm text-ink-muted">{code}</p>}
		<h1 className="mt-2 text-xl font-semibold tracking-tight">{title}</h1>
		<p className="mt-2 max-w-md text-sm text-balance text-ink-muted">{text}</p>
		{children && <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>}
	</div>
);

/** The same as a page of its own. */
export const MessagePage = (props: MessageProps) => (
	<main className="flex flex-1 flex-col items-center justify-center">
		<Logo />
		<Message {...props} />
	</main>
);
